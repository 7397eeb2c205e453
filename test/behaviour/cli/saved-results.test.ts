import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { d2a, emptyFolder, filesIn, folderWithPlan } from './d2a.ts';

const NOT_A_RESULT: [string, RegExp][] = [
  ['{"format":"d2a-result","version":2}', /has version 2 of the result format; this d2a reads version 1/],
  ['{"format":"d2a-result","version":1}', /is damaged: tool is missing/],
  ['{"format":"d2a-comparison","version":1}', /is a comparison/],
  ['{"format":"d2a-decision","version":1,"kind":"size"}', /is damaged: \S+ is missing/],
  ['{"format":"d2a-decision","version":2}', /has version 2/],
  ['{"format":"something else"}', /is not a result of d2a run/],
  ['null', /is not a result of d2a run/],
  ['[]', /is not a result of d2a run/],
  ['{"format":"d2a-res', /is not a whole JSON file/],
  ['', /is not a whole JSON file/],
];

test.each(NOT_A_RESULT)('d2a report of %s', async (text, sentence) => {
  const cwd = emptyFolder();
  writeFileSync(path.join(cwd, 'saved.json'), text);
  const { code, out, err } = await d2a(['report', 'saved.json'], { cwd });
  expect(err).toMatch(sentence);
  expect({ code, out, files: filesIn(cwd) }).toEqual({ code: 2, out: '', files: ['saved.json'] });
});

test('several saved results are compared', async () => {
  const cwd = folderWithPlan();
  for (const out of ['before', 'after']) await d2a(['run', 'plan.yaml', '--format', 'json', '--out', out], { cwd });
  const { code } = await d2a(['report', 'before/result.json', 'after/result.json', '--out', 'both'], { cwd });
  expect(code).toBe(0);
  expect(filesIn(path.join(cwd, 'both'))).toEqual(
    expect.arrayContaining(['comparison.html', 'comparison.json', 'before/report.html', 'after/report.html']),
  );
});

test.each(['run', 'validate', 'explain'])('d2a %s of a result says what it is, and what to do with it', async (command) => {
  const cwd = folderWithPlan();
  await d2a(['run', 'plan.yaml', '--format', 'json', '--replications', '2', '--out', 'saved'], { cwd });
  const { code, err } = await d2a([command, 'saved/result.json'], { cwd });
  expect(err.replace(/\s+/g, ' ')).toContain(
    'saved/result.json is not a scenario but a result of d2a run. To draw its report again: d2a report saved/result.json',
  );
  expect(code).toBe(2);
});
