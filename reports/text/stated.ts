import type { Result } from '../../sim/result.ts';
import { ambitionName } from '../words/ambition-words.ts';
import { spellText } from '../words/dates.ts';
import { outer, unitOf } from '../words/lookup.ts';
import { apart, fixed, span } from '../words/numbers.ts';
import { agreementSentence, agreesWord, type StatedRow, statedRows, statedText } from '../words/stated.ts';
import { printable, wrap } from './wrap.ts';

const [STATED, SIMULATED, ROLE] = [26, 30, 9];
const INDENT = '    ';

/** What plans state, beside the simulation, in at most 80 columns: two lines a row, and its note. */
export function statedSummary(results: Result[]): string {
  const tables = results.map((result) => {
    const rows = statedRows(result);
    const head = line('stated', 'simulated, mean (9 in 10)', 'role', 'agrees');
    return [
      ...wrap(result.scenario.name),
      ...(rows.length === 0 ? ['  states nothing'] : [head, ...rows.flatMap((row) => inLines(result, row))]),
    ].join('\n');
  });
  return [...tables, wrap(`${agreementSentence(results)}. ${timesText(results)}.`).join('\n')].join('\n\n');
}

function inLines(result: Result, row: StatedRow): string[] {
  const why =
    row.stated.note === null
      ? []
      : wrap(`${row.agrees === false ? 'Why not' : 'Note'}: ${row.stated.note}`, 80 - INDENT.length).map((text) => INDENT + text);
  return [
    ...wrap(nameOf(result, row), 78).map((text) => `  ${text}`),
    line(statedText(result, row.stated), simulatedText(result, row), row.stated.role, agreesWord(row)),
    ...why,
  ];
}

function line(stated: string, simulated: string, role: string, agrees: string): string {
  return `${INDENT}${stated.padEnd(STATED)} ${simulated.padEnd(SIMULATED)} ${role.padEnd(ROLE)} ${agrees}`;
}

/** The same as one Markdown table, for a README. */
export function statedMarkdown(results: Result[]): string {
  const cells = results.flatMap((result) =>
    statedRows(result).map((row) => [
      result.scenario.name,
      nameOf(result, row),
      statedText(result, row.stated),
      simulatedText(result, row),
      apartText(row),
      row.stated.role,
      agreesWord(row),
      row.stated.note ?? '',
    ]),
  );
  const head = ['plan', 'what it states', 'stated', 'simulated, mean (9 in 10)', 'apart', 'role', 'agrees', 'note'];
  const lines = [head, head.map(() => '---'), ...cells].map((row) => `| ${row.map(inCell).join(' | ')} |`);
  return [...lines, '', `${agreementSentence(results)}. ${timesText(results)}.`].join('\n');
}

/** How far the mean lies from what is stated, as a share of that. */
function apartText({ stated, summary }: StatedRow): string {
  if (summary === null || stated.value === 0) return '';
  const percent = (summary.mean / stated.value - 1) * 100;
  return Math.abs(percent) < 0.5 ? '0%' : `${percent > 0 ? '+' : '−'}${fixed(Math.abs(percent))}%`;
}

const timesText = (results: Result[]): string =>
  `Each was simulated ${[...new Set(results.map(({ run }) => fixed(run.replications)))].join(' or ')} times`;

/** Scenario text may hold anything: a cell keeps it in one line, as text. */
const inCell = (text: string): string =>
  printable(text)
    .replace(/[\\|<>]/g, (mark) => `\\${mark}`)
    .trim();

const nameOf = (result: Result, { stated, over }: StatedRow): string =>
  `${ambitionName(result, stated)}${over === 'period' ? '' : `, ${spellText(result, over)}`}`;

function simulatedText(result: Result, { stated, summary }: StatedRow): string {
  const unit = unitOf(result, stated.measure);
  const range = outer(summary);
  return `${apart(summary?.mean ?? null, stated.value, unit)}${range ? ` (${span(range[0], range[1], unit)})` : ''}`;
}
