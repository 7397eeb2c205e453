import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { d2a, emptyFolder } from '../behaviour/cli/d2a.ts';
import expectedJson from './expected.json' with { type: 'json' };

interface Row {
  patient: number;
  arrive: number;
  admitted: number;
  ready: number;
  left_acute: number;
  left_stepdown?: number;
  wait_for_acute: number;
  delay_in_acute: number;
}

const rows = expectedJson.cases.T1.expected.find(({ name }) => name === 'patient_rows')?.value as Row[];

/** T1, event by event and checkable by hand: eight people, two acute beds, one step-down bed. */
describe('the trace T1, to 1e-9', () => {
  for (const engine of ['native', 'simjs']) {
    it(`is reproduced by the ${engine} engine`, async () => {
      const folder = emptyFolder();
      const file = join(import.meta.dirname, 'cases', 'T1.yaml');
      const done = await d2a(['run', file, '--out', folder, '--events', '--format', 'json,csv', '--engine', engine], { cwd: folder });
      expect(done.code, done.err).toBe(0);
      const log = parse(readFileSync(join(folder, 'tables', 'events.csv')), { bom: true, columns: true }) as Record<string, string>[];
      const time = (person: number, what: string, where: string) => {
        const found = log.find((it) => Number(it.person) === person && it.what === what && it.where === where);
        return found === undefined ? undefined : Number(found.time_days);
      };
      for (const row of rows) {
        const seen = {
          arrive: time(row.patient, 'seize', 'acute'),
          admitted: time(row.patient, 'clinical stay', 'acute'),
          ready: time(row.patient, 'ready', 'acute'),
          left_acute: time(row.patient, 'release', 'acute'),
          left_stepdown: time(row.patient, 'release', 'step-down'),
        };
        for (const [what, at] of Object.entries(seen)) expect(at, `person ${row.patient}, ${what}`).toBeCloseToExactly(row[what as keyof typeof seen]);
        expect((seen.admitted ?? 0) - (seen.arrive ?? 0)).toBeCloseToExactly(row.wait_for_acute);
        expect((seen.left_acute ?? 0) - (seen.ready ?? 0)).toBeCloseToExactly(row.delay_in_acute);
      }
    });
  }
});

expect.extend({
  toBeCloseToExactly(received: number | undefined, expected: number | undefined) {
    const pass = received === expected || Math.abs((received ?? Number.NaN) - (expected ?? Number.NaN)) <= 1e-9;
    return { pass, message: () => `${received} is not ${expected} to 1e-9` };
  },
});

declare module 'vitest' {
  interface Assertion {
    toBeCloseToExactly(expected: number | undefined): void;
  }
}
