import { plain } from '../numbers.ts';

/** One value at an end of its range: as it is written there, and what the measure then is. `clear`: the change from how it stands is no chance. */
export interface End {
  at: string;
  becomes: number;
  clear: boolean;
}

export interface Weight {
  name: string;
  low: End;
  high: End;
}

/** What a measure is as the plan stands, and with one value at a time at both ends of its range, the widest first. */
export interface Weights {
  measure: string;
  unit: string;
  stands: number;
  weights: Weight[];
}

/** Which value moves the measure most, and between what. */
export function weightsFinding({ measure, weights, ...rest }: Weights): string {
  const [top] = weights;
  if (!top || (top.low.becomes === rest.stands && top.high.becomes === rest.stands))
    return `No assumption moves ${measure} inside its range`;
  const most = `${top.name} moves ${measure} most: ${swing(top, rest)}`;
  return isClear(top) ? most : `No assumption clearly moves ${measure} inside its range; on average ${most}`;
}

/** More than chance may bring, at one end or both. */
export const isClear = ({ low, high }: Weight): boolean => low.clear || high.clear;

/** `from 3,100 (at 12 days) to 5,000 (at 19 days)`; where both ends lie on one side, from or to how it stands. */
export function swing({ low, high }: Weight, { unit, stands }: Pick<Weights, 'unit' | 'stands'>): string {
  const all = [
    { at: 'as it stands', becomes: stands },
    ...[low, high].map(({ at, becomes }) => ({ at: `at ${at}`, becomes })),
  ].sort((a, b) => a.becomes - b.becomes);
  const [least, most] = [all[0], all.at(-1)].map((it) => (it ? `${plain(it.becomes, unit)} (${it.at})` : ''));
  return `from ${least} to ${most}`;
}
