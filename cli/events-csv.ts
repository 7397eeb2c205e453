import { csv } from '../reports/tables/csv.ts';
import type { LoggedEvent } from '../sim/index.ts';

const COLUMNS = ['time_days', 'person', 'what', 'where', 'in_words'];

/** What happened to whom in the first replication, one line an event; time in days from the start of the warm-up, in full. */
export function eventsCsv(events: LoggedEvent[]): string {
  return csv(
    COLUMNS,
    events.map(({ time, person, what, where, words }) => [String(time), person, what, where, words]),
  );
}
