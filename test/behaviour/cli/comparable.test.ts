import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { d2a, emptyFolder, filesIn } from './d2a.ts';

const PLAN = `d2a: 1
name: Base
population: 65+
period: {start: 2024-01-01, length: 28 days}
run: {warm-up: 4 weeks, replications: 3, seed: 5}
referrals: {community: {to: step-down, arrivals: 1/day}}
services: {step-down: {kind: beds, beds: 8 beds, stay: {mean: 10 days, shape: exponential}}}
`;
const plans = (others: Record<string, string>): string => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'base.yaml'), PLAN);
  for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), `extends: base.yaml\n${text}\n`);
  return folder;
};
const line = (text: string) => text.replaceAll(/\s+/g, ' ');

test('another period, or other people: refused with all that differs, nothing is run; saved results likewise', async () => {
  const others = {
    'longer.yaml': 'period: {length: 35 days}',
    'adults.yaml': 'population: all adults',
    'later.yaml': 'period: {start: 2024-02-05}',
  };
  const folder = plans(others);
  const done = await d2a(['run', 'base.yaml', 'longer.yaml', 'adults.yaml', 'later.yaml'], { cwd: folder });
  expect(done.code).toBe(2);
  for (const said of [
    'longer.yaml: it is of 1 January 2024 to 4 February 2024, the base of 1 January 2024 to 28 January 2024',
    'adults.yaml: it is about all adults, the base about people aged 65 and over',
    'later.yaml: it is of 5 February 2024',
  ])
    expect(line(done.err)).toContain(said);
  expect(filesIn(folder)).toEqual(['adults.yaml', 'base.yaml', 'later.yaml', 'longer.yaml']);
  for (const name of ['base', 'adults'])
    expect((await d2a(['run', `${name}.yaml`, '--format', 'json'], { cwd: folder })).code).toBe(0);
  const again = await d2a(['report', 'out/base/result.json', 'out/adults/result.json'], { cwd: folder });
  expect([again.code, line(again.err)]).toEqual([2, expect.stringContaining('out/adults/result.json: it is about all adults')]);
});

test('another warm-up or start: it is said first, and no difference is given', async () => {
  const folder = plans({
    'longer.yaml': 'run: {warm-up: 8 weeks}',
    'today.yaml': 'run: {warm-up: removed}\nstart-from: {services: {step-down: {in-service: {people: 6 people}}}}',
  });
  for (const [name, why] of [
    ['longer', 'it starts after 56 days of warm-up, the base after 28 days of warm-up'],
    ['today', 'it starts from six people present'],
  ]) {
    const done = await d2a(['run', 'base.yaml', `${name}.yaml`, '--format', 'json,csv,md'], { cwd: folder });
    expect(done.code, done.err).toBe(0);
    expect(line(done.out)).toMatch(/^“Base” cannot be held against “Base”: /);
    expect(line(done.out)).toContain(why);
    expect(done.out).not.toContain('95% interval');
    const comparison = JSON.parse(readFileSync(join(folder, 'out/base-compared/comparison.json'), 'utf8')) as {
      unlike: unknown;
      rows: { differences: unknown[] }[];
    };
    expect(comparison.unlike).toEqual([[expect.objectContaining({ what: 'start' })]]);
    expect(comparison.rows.every(({ differences: [one] }) => one === null)).toBe(true);
  }
});
