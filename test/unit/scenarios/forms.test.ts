import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type Form, REFUSED, writtenForms } from './forms.ts';
import { FORMS_WORKBOOK } from './forms-workbook.ts';

const README = new URL('../../../scenarios/README.md', import.meta.url);
const [START, END] = ['<!-- forms: made by reading each of them, see test/unit/scenarios/forms.test.ts -->\n', '<!-- /forms -->'];

let forms: Form[] = [];
beforeAll(async () => {
  forms = [...(await writtenForms()), ...FORMS_WORKBOOK];
}, 120_000);

function inReadme(): [before: string, table: string, after: string] {
  const text = readFileSync(README, 'utf8');
  const [start, end] = [text.indexOf(START) + START.length, text.indexOf(END)];
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

/** One row for every meaning: the forms that are read alike stand together. */
function table(): string {
  const rows = new Map<string, { first: Form; typed: string[] }>();
  for (const form of forms) {
    const key = [form.where, form.kind, form.kept, form.readAs].join('|');
    const row = rows.get(key) ?? { first: form, typed: [] };
    row.typed.push(`\`${form.typed}\``);
    rows.set(key, row);
  }
  const lines = [...rows.values()].map(
    ({ first, typed }) => `| ${[first.where, first.kind, typed.join(', '), first.kept, first.readAs].join(' | ')} |`,
  );
  return ['| where | kind | written | kept by Excel as | read as |', '|---|---|---|---|---|', ...lines].join('\n');
}

test('the table of forms is what is read (UPDATE_GUIDE=1 writes it)', () => {
  const [before, , after] = inReadme();
  if (process.env.UPDATE_GUIDE === '1') writeFileSync(README, `${before}${table()}\n${after}`);
  expect(inReadme()[1].trim()).toBe(table());
});

const meaning = (where: Form['where'], kind: string, typed: string) =>
  forms.find((form) => form.where === where && form.kind === kind && form.typed === typed)?.readAs;

test('by the separator of the file, a comma is a decimal comma or stands between thousands', () => {
  expect(
    ['1,250', '0,500', '1.250', '12.5'].map((typed) => [
      meaning('CSV file', 'number', typed),
      meaning('CSV file of semicolons', 'number', typed),
    ]),
  ).toEqual([
    ['1250 days', '1.25 days'],
    [REFUSED, '0.5 days'],
    ['1.25 days', REFUSED],
    ['12.5 days', '12.5 days'],
  ]);
});

test('a month is never read first, and every place refuses what could mean two things', () => {
  expect(['12/31/2026', '01/12/26', 'December 1, 2026'].map((typed) => meaning('scenario file', 'date', typed))).toEqual([
    REFUSED,
    REFUSED,
    REFUSED,
  ]);
  expect(['01/13/2026', '06/01/26'].map((typed) => meaning('CSV file', 'date and time', typed))).toEqual([REFUSED, REFUSED]);
  expect([
    meaning('scenario file', 'date', '01/12/2026'),
    meaning('scenario file', 'date', '1 Dec 2026'),
    meaning('CSV file', 'month', 'Jan-26'),
  ]).toEqual(['1 December 2026', '1 December 2026', 'January 2026']);
});
