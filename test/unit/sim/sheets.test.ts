import { expect, it } from 'vitest';
import { Sheets } from '../../../sim/engine/sheets.ts';

it('sheets do not overlap, and are blank again for the next replication, also when lengths differ', () => {
  const sheets = new Sheets();
  for (const lengths of [
    [5, 70_000, 3, 65_536, 1],
    [70_000, 70_000, 10],
    [1, 2, 3],
    [40_000, 40_000, 40_000, 200_000],
  ]) {
    sheets.clear();
    const taken = lengths.map((length) => sheets.take(length));
    taken.forEach((sheet, i) => {
      expect(sheet.length).toBe(lengths[i]);
      expect(sheet.every((value) => value === 0)).toBe(true);
      sheet.fill(i + 1);
    });
    taken.forEach((sheet, i) => {
      expect(sheet.every((value) => value === i + 1)).toBe(true);
    });
  }
});
