import type { Definition } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { acuteBedMeasures } from './acute-beds.ts';
import { acuteStayMeasures } from './acute-stay.ts';
import { contractYearMeasures } from './contract-year.ts';
import { costMeasures } from './cost.ts';
import { delayMeasures } from './delay.ts';
import { dischargeMeasures } from './discharges.ts';
import { exitBlockMeasures } from './exit-block.ts';
import { followUpMeasures } from './follow-up.ts';
import { gapMeasures } from './gap.ts';
import { hoursLedgerMeasures } from './hours-ledger.ts';
import { leavingMeasures } from './leaving.ts';
import { longStayMeasures } from './long-stays.ts';
import { isMeasuredOf, type Measure } from './measure.ts';
import { noCriteriaToResideMeasures } from './no-criteria-to-reside.ts';
import { redirectionMeasures } from './redirections.ts';
import { type Scope, type ScopeKind, scopesOf } from './scope.ts';
import { serviceUseMeasures } from './service-use.ts';
import { triggerMeasures } from './triggers.ts';
import { waitMeasures } from './waits.ts';

/** Every measure there is, in the order of the report. To add one: write its file, name it here. */
export const MEASURES: Measure[] = [
  ...dischargeMeasures,
  ...delayMeasures,
  ...noCriteriaToResideMeasures,
  ...longStayMeasures,
  ...acuteStayMeasures,
  ...gapMeasures,
  ...acuteBedMeasures,
  ...serviceUseMeasures,
  ...waitMeasures,
  ...exitBlockMeasures,
  ...hoursLedgerMeasures,
  ...contractYearMeasures,
  ...costMeasures,
  ...triggerMeasures,
  ...redirectionMeasures,
  ...leavingMeasures,
  ...followUpMeasures,
];

/** A measure of something in particular. */
export interface Entry {
  measure: Measure;
  scope: Scope;
}

/** Every measure of everything in a scenario, in a fixed order. */
export function catalogueOf(scenario: Scenario): Entry[] {
  const scopes = scopesOf(scenario);
  return MEASURES.flatMap((measure) =>
    scopes.filter((scope) => isMeasuredOf(measure, scenario, scope)).map((scope) => ({ measure, scope })),
  );
}

export function definitions(): Definition[] {
  return MEASURES.map(({ id, title, unit, definition, formula, better }) => ({
    measure: id,
    title,
    unit,
    definition,
    formula,
    better,
  }));
}

/** Scopes that an ambition may name. */
const NAMED = ['all', 'hospital', 'place', 'pathway', 'national', 'service', 'group'] as const satisfies ScopeKind[];
type MeasureOption = Pick<Measure, 'unit' | 'title' | 'better'> & {
  measure: string;
  scopes: (typeof NAMED)[number][];
  byMonth: boolean;
  adds: boolean;
  byDay: boolean;
  hasIn(scenario: Scenario, label: string): boolean;
};

/** What an ambition may be about, and what may be observed. */
export function measureOptions(): MeasureOption[] {
  const own = (all: ScopeKind[]) => NAMED.filter((scope) => all.includes(scope));
  return MEASURES.filter(({ unit, scopes }) => unit !== 'date' && own(scopes).length > 0).map((measure) => {
    const { id, title, scopes, unit, overTime, adds, daily, better } = measure;
    const hasIn = (scenario: Scenario, label: string) =>
      scopesOf(scenario).some((scope) => scope.label === label && isMeasuredOf(measure, scenario, scope));
    return {
      measure: id,
      title,
      scopes: own(scopes),
      unit,
      byMonth: overTime,
      adds: adds ?? false,
      byDay: daily?.observed ?? false,
      better,
      hasIn,
    };
  });
}
