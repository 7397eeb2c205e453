import type { Result } from '../../sim/result.ts';
import { assurance } from './assurance.ts';
import { data } from './data.ts';
import { experimentation, implementation } from './experimentation.ts';
import { logic } from './logic.ts';
import { plainText } from '../markdown/syntax.ts';
import { objectives } from './objectives.ts';

/**
 * A run's own record, as Markdown: the items of STRESS-DES (Monks et al., Journal of Simulation 13:55, 2019), then what the
 * Aqua Book (HM Treasury) asks of assurance. Filled from the result alone, so the same result gives the same record.
 */
export function stressRecord(result: Result): string {
  const parts = [objectives, logic, data, experimentation, implementation, assurance];
  return `${[`# Record of a simulation: ${plainText(result.scenario.name)}`, ...parts.flatMap((part) => part(result))].join('\n\n')}\n`;
}
