import type { Table, TableNote } from './csv.ts';
import { readMoment } from './dates.ts';

/** One note where times of a column have a Z or an offset: they are read by the clock as written. */
export function zonesNoted({ rows }: Table, column: number): TableNote[] {
  const zoned = rows.filter(({ cells }) => readMoment(cells[column] ?? '')?.zone);
  const [first] = zoned;
  if (!first) return [];
  const text = `Times with a time zone: ${zoned.length} of ${rows.length}, the first ${first.cells[column]}. Every time is read by the clock as it is written: where Z (UTC) is meant, clocks in England show an hour more in summer.`;
  return [{ kind: 'times-with-a-zone', line: first.line, text }];
}
