import type { Result } from '../../sim/result.ts';
import type { Hospital } from '../../sim/scenario/hospital.ts';
import { meanOfRuns } from '../words/dates.ts';
import { above, whenHeld } from '../words/findings/pressure.ts';
import { labelOf, meanOf } from '../words/lookup.ts';
import { amount, fixed, share } from '../words/numbers.ts';
import { capacityOver, means, stepText, stepsOf, timeline } from '../words/timeline.ts';
import type { Figure } from './figure.ts';
import { slugOf } from './slug.ts';
import { type UseWords, useChart, useTable } from './use-chart.ts';

const WORDS: UseWords = { used: 'Occupied', open: 'Open', unit: 'beds', axis: 'Acute beds' };
/** Occupancy the winter is judged by. */
const LEVELS = [0.92, 0.95];

/** Acute beds occupied against beds open, a figure a hospital, where the number of beds is given. */
export function acuteBeds(result: Result): Figure[] {
  return result.scenario.hospitals.flatMap((h) => (h.beds.some((b) => b.value !== 'unlimited') ? bedsOf(result, h) : []));
}

function bedsOf(result: Result, hospital: Hospital): Figure[] {
  const scope = `hospital:${hospital.name}`;
  const occupied = timeline(result, 'acute-occupied', scope);
  if (!occupied) return [];
  const { step, at } = stepsOf(result);
  const open = capacityOver(result, scope);
  const over = LEVELS.map((level) =>
    above(
      means(occupied),
      open.map((o) => (typeof o === 'number' ? o * level : null)),
    ),
  );
  const words = LEVELS.map(
    (level, k) => `above ${fixed(level * 100)}% ${whenHeld(over[k] ?? [], step, (i) => stepText(result, step, at[i] ?? ''))}`,
  );
  return [
    {
      id: `acute-beds-${slugOf(result.scenario.hospitals, hospital)}`,
      about: { key: 'hospital', name: hospital.name },
      title: `Acute beds at ${labelOf(hospital)}: mean occupancy ${words.join(', ')}`,
      label: `Acute beds occupied and open, time average by ${step}, ${meanOfRuns(result)}`,
      notes: [
        ...note(result, 'acute-waiting', scope, (v) => `${amount(v)} people wait for an acute bed on average.`),
        ...note(result, 'acute-full', scope, (v) => `No acute bed is free ${share(v)} of the time.`),
      ],
      chart: useChart(result, occupied, open, WORDS, scope),
      table: useTable(occupied, open, WORDS),
    },
  ];
}

function note(result: Result, measure: string, scope: string, words: (value: number) => string): string[] {
  const value = meanOf(result, measure, scope);
  return value === null || value === 0 ? [] : [words(value)];
}
