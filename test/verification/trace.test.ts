import { expect, it } from 'vitest';
import { emptyFolder } from '../behaviour/cli/d2a.ts';
import { tracedRows } from './trace.ts';

for (const engine of ['native', 'simjs']) {
  it(`the trace T1 is reproduced to 1e-9 by the ${engine} engine`, async () => {
    const rows = await tracedRows(emptyFolder(), engine);
    expect(rows.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(rows.length).toBeGreaterThan(48);
  });
}
