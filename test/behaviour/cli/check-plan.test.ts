import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { d2a, filesIn, folderWithPlan, SMALL_PLAN, textOf } from './d2a.ts';

/** 6 people a day for 8 weeks are 336 admissions; four in ten of them need support at home. */
const STATED = `${SMALL_PLAN}stated:
  came: {label: People admitted, measure: admissions, value: 336 people, within: 10%, role: input, source: table 1}
  home: {label: "Starts | at home", measure: starts, of: home-support, value: 134 people, within: 20%, role: derived, source: table 2}
  far: {label: Starts in beds, measure: starts, of: step-down, value: 900 people, role: derived, note: the plan counts two years, source: table 3}
`;
const UNEXPLAINED = STATED.replace('note: the plan counts two years, ', '');

describe('d2a check-plan', () => {
  test('a disagreement with its reason is a finding, not a failure', async () => {
    const { code, out, err } = await d2a(['check-plan', 'plan.yaml'], { cwd: folderWithPlan(STATED) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1 of 2 stated figures that come out of the simulation agrees with it.');
    expect(out).toMatch(/ {2}Starts in beds\n {4}900 people .* derived {3}no\n {4}Why not: the plan counts two years\n/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('without a reason it ends with 3, and says which', async () => {
    const { code, err } = await d2a(['check-plan', 'plan.yaml'], { cwd: folderWithPlan(UNEXPLAINED) });
    expect(err.replace(/\s+/g, ' ')).toBe(
      'Starts in beds of A small plan does not agree, and the scenario does not say why (`note`). ',
    );
    expect(code).toBe(3);
  });

  test('an input or a fitted figure that does not agree is not held against the plan', async () => {
    const cwd = folderWithPlan(UNEXPLAINED.replace('value: 900 people, role: derived', 'value: 900 people, role: fitted'));
    expect((await d2a(['check-plan', 'plan.yaml'], { cwd })).code).toBe(0);
  });

  test('--write puts the table between the markers of the README beside the files, and touches nothing else', async () => {
    const cwd = folderWithPlan(STATED);
    writeFileSync(path.join(cwd, 'README.md'), 'Before\n<!-- stated -->\nold\n<!-- /stated -->\nAfter\n');
    const { code, out } = await d2a(['check-plan', 'plan.yaml', '--write', '--format', 'md'], { cwd });
    expect(code).toBe(0);
    expect(textOf(cwd, 'README.md')).toBe(`Before\n<!-- stated -->\n${out}<!-- /stated -->\nAfter\n`);
    expect(out).toContain('| A small plan | Starts \\| at home | 134 people ± 27 |');
    expect(filesIn(cwd)).toEqual(['README.md', 'plan.yaml']);
  });

  test.each([
    [SMALL_PLAN, [], /Nothing is stated there/],
    [STATED, ['--write', 'absent.md'], /Cannot read absent\.md/],
    [STATED, ['--write', 'plan.yaml'], /plan\.yaml has no place for the table/],
  ])('is refused before anything runs: %#', async (plan, more, sentence) => {
    const { code, out, err } = await d2a(['check-plan', 'plan.yaml', ...more], { cwd: folderWithPlan(plan) });
    expect(err.replace(/\s+/g, ' ')).toMatch(sentence);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
