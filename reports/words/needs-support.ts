import type { Result } from '../../sim/result.ts';
import type { Pathway } from '../../sim/scenario/people.ts';
import { meanOf } from './lookup.ts';

/** The pathways of people who leave hospital to a service: all but those with an empty route. */
export const supported = ({ scenario }: Result): Pathway[] => scenario.pathways.filter((p) => p.route.length > 0);

/** `P1 to P3`, by the national pathways they report as. */
export function supportedText(result: Result): string {
  const codes = [...new Set(supported(result).map((p) => p.reportsAs))].sort();
  return codes.length > 2 ? `${codes[0]} to ${codes[codes.length - 1]}` : codes.join(' and ');
}

/** A mean over people of the supported pathways: theirs weighted by the people discharged; null where one is not known. */
export function ofSupported(result: Result, measure: string): number | null {
  let [people, sum] = [0, 0];
  for (const { name } of supported(result)) {
    const weight = meanOf(result, 'discharges', `pathway:${name}`) ?? meanOf(result, 'pathway-mix', `pathway:${name}`);
    const value = meanOf(result, measure, `pathway:${name}`);
    if (weight === null || weight === 0) continue;
    if (value === null) return null;
    people += weight;
    sum += weight * value;
  }
  return people > 0 ? sum / people : null;
}
