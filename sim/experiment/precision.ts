import type { Definition, PrecisionReached, Warning } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Precision } from '../scenario/run-plan.ts';
import { Enough } from './enough.ts';
import type { Layout } from './layout.ts';
import type { Numbers } from './numbers.ts';

/** The precision a scenario asks for, as its replications come in. */
export class AskedPrecision {
  private readonly enough: Enough;
  private readonly precision: Precision;
  private readonly atMost: number;
  /** Places of its measures among the layout's entries. */
  private readonly places: number[];

  constructor(precision: Precision, atMost: number, places: number[]) {
    this.enough = new Enough(places.length, precision.halfWidth, precision.atLeast);
    this.precision = precision;
    this.atMost = atMost;
    this.places = places;
  }

  add({ whole }: Numbers): void {
    this.enough.add(this.places.map((place) => whole[place] as number));
  }

  get reached(): boolean {
    return this.enough.reached;
  }

  result(): PrecisionReached {
    const { halfWidth, on } = this.precision;
    const widths = this.enough.halfWidths();
    return {
      asked: halfWidth,
      atMost: this.atMost,
      reachedAt: this.reached ? this.enough.since : null,
      on: on.map(({ measure, scope }, i) => ({
        measure,
        scope,
        halfWidth: Number.isFinite(widths[i]) ? (widths[i] as number) : null,
      })),
    };
  }
}

export function askedPrecision({ run }: Scenario, { entries }: Layout): AskedPrecision | null {
  if (run.precision === undefined) return null;
  const places = run.precision.on.map(({ measure, scope }) => {
    const place = entries.findIndex((entry) => entry.measure.id === measure && entry.scope.label === scope);
    if (place < 0) throw new Error(`a precision is asked for ${measure} of ${scope}, which this scenario does not measure`);
    return place;
  });
  return new AskedPrecision(run.precision, run.replications, places);
}

/** What the most replications there may be cut short. */
export function precisionWarnings(precision: PrecisionReached | undefined, definitions: Definition[]): Warning[] {
  if (precision === undefined || precision.reachedAt !== null) return [];
  const title = (id: string) => definitions.find(({ measure }) => measure === id)?.title ?? id;
  const wide = precision.on.filter(({ halfWidth }) => halfWidth === null || halfWidth > precision.asked);
  const said = wide.map(
    ({ measure, scope, halfWidth }) =>
      `${title(measure)}${scope === 'all' ? '' : ` of ${scope.slice(scope.indexOf(':') + 1)}`} ${halfWidth === null ? 'has no interval' : `is known within ${percent(halfWidth)}`}`,
  );
  const how =
    said.length > 0
      ? `was not reached in ${precision.atMost} replications, the most there may be: ${said.join('; ')}`
      : `was reached only at the end of ${precision.atMost} replications, the most there may be, and may not last`;
  return [{ kind: 'precision-not-reached', text: `The precision asked for (${percent(precision.asked)}) ${how}.` }];
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))}%`;
}
