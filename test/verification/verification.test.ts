import { describe, it } from 'vitest';
import { CASE_IDS, checkCase, titleOf } from './check-case.ts';
import { KeptRows } from './kept-rows.ts';

/** The quick rule at every commit; kept, so that `npm run verify -- --quick` has only to report. */
const kept = new KeptRows('out/verification/quick');
describe.concurrent('exact answers of queueing theory, through scenario files', { timeout: 600_000 }, () => {
  for (const id of CASE_IDS) {
    it(`${id}: ${titleOf(id)}`, async ({ expect }) => {
      const report = await checkCase(id, 'quick');
      kept.keep(report);
      const { rows, broken } = report;
      expect(rows.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
      expect(broken).toEqual([]);
    });
  }
});
