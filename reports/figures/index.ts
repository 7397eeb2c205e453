import { acuteBeds } from './acute-beds.ts';
import { ambitions } from './ambitions.ts';
import { assumptionRanges } from './assumption-ranges.ts';
import { byPlace } from './by-place.ts';
import { capacityUse } from './capacity-use.ts';
import { causesOfDelay } from './causes-of-delay.ts';
import { chances } from './chances.ts';
import { contractYear } from './contract-year.ts';
import { changesFigure } from './changes.ts';
import { costs } from './costs.ts';
import { delayBands } from './delay-bands.ts';
import { delayByPathway } from './delay-by-pathway.ts';
import { exitBlock } from './exit-block.ts';
import type { Draw, Figure } from './figure.ts';
import { flows } from './flows.ts';
import { followUp, leavingServices } from './follow-up.ts';
import { hoursLedger } from './hours-ledger.ts';
import { longStays } from './long-stays.ts';
import { noCriteriaToReside } from './no-criteria-to-reside.ts';
import { observed } from './observed.ts';
import { observedWeekdays } from './observed-weekdays.ts';
import { pathwayMix } from './pathway-mix.ts';
import { redirections } from './redirections.ts';
import { sharedServices } from './shared-services.ts';
import { stated } from './stated.ts';
import { stays } from './stays.ts';
import { triggers } from './triggers.ts';
import { waiting } from './waiting.ts';
import { waits } from './waits.ts';
import { warmUp } from './warm-up.ts';
import { waitsByPlace } from './waits-by-place.ts';
import { weights } from './weights.ts';
import type { Reported } from '../reported.ts';

/** The figures of a report in the order they are read, under their headings. */
const SECTIONS: { id: string; heading: string; draw: Draw[] }[] = [
  { id: 'forecast', heading: 'The forecast', draw: [ambitions, chances, noCriteriaToReside, changesFigure] },
  { id: 'observed-beside', heading: 'Observed beside simulated', draw: [observed, observedWeekdays] },
  { id: 'stated-beside', heading: 'What the plan states, beside the simulation', draw: [stated] },
  { id: 'capacity', heading: 'Capacity and demand', draw: [hoursLedger, capacityUse, acuteBeds, triggers] },
  { id: 'waits-and-delay', heading: 'Waits and delay', draw: [delayBands, delayByPathway, waiting, waits, exitBlock] },
  { id: 'places', heading: 'Hospitals and places', draw: [byPlace, waitsByPlace, sharedServices] },
  { id: 'not-capacity', heading: 'What capacity cannot fix', draw: [causesOfDelay] },
  { id: 'stays-and-pathways', heading: 'Stays and pathways', draw: [flows, longStays, stays, pathwayMix, redirections] },
  { id: 'afterwards', heading: 'What becomes of people', draw: [followUp, leavingServices] },
  { id: 'money', heading: 'Costs', draw: [contractYear, costs] },
  { id: 'least-known', heading: 'What the plan knows least', draw: [weights, assumptionRanges] },
  { id: 'settling', heading: 'Was the warm-up long enough?', draw: [warmUp] },
];

/** Figures that can be shown of a part of the people: those of a hospital, of a place, on a pathway. */
export const OF_PART: Draw[] = [
  noCriteriaToReside,
  delayBands,
  delayByPathway,
  waiting,
  waits,
  causesOfDelay,
  flows,
  longStays,
  stays,
];
/** Figures by week that can be shown by month. */
export const BY_MONTH: Draw[] = [noCriteriaToReside, hoursLedger, capacityUse, acuteBeds, delayByPathway, waiting, contractYear];

export interface Section {
  id: string;
  heading: string;
  figures: Figure[];
}

export function sectionsOf(result: Reported): Section[] {
  return SECTIONS.map(({ id, heading, draw }) => ({ id, heading, figures: draw.flatMap((d) => d(result)) })).filter(
    (s) => s.figures.length > 0,
  );
}

export const figuresOf = (result: Reported): Figure[] => sectionsOf(result).flatMap((s) => s.figures);
