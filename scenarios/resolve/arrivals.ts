import type { ArrivalProcess, ArrivalStream, PeopleList } from '../../sim/scenario/people.ts';
import type { Dated } from '../../sim/scenario/dated.ts';
import { dated, on, sumOfProducts } from '../changes/dated.ts';
import type { Quantity } from '../units/quantity.ts';
import type { Word } from '../vocabulary/field.ts';
import { MONTH_KEYS, type PeakDay, WEEKDAYS } from '../vocabulary/arrivals.ts';
import type { Context } from './context.ts';
import { mixOf } from './mix.ts';
import { referredTo } from './pathways.ts';
import { livesIn } from './residence.ts';

/** One stream a hospital and one a kind of direct referral, in the order written. */
export function arrivalStreams(context: Context): ArrivalStream[] {
  const { hospitals, referrals } = context.written;
  const admitted = Object.entries(hospitals).map(([name, keys]) => ({
    name,
    label: keys.label ?? name,
    enters: { hospital: name },
    arrivals: arrivals(context, keys, keys.admissions, `hospitals.${name}`, 'admissions', keys.residents),
    ...mixOf(context, name),
    priority: keys.priority?.amount ?? 1,
  }));
  const referred = Object.entries(referrals).map(([name, keys]) => {
    const pathway = referredTo(context, keys.to);
    return {
      name: Object.hasOwn(hospitals, name) ? `${name} (referrals)` : name,
      label: keys.label ?? name,
      enters: { pathway },
      arrivals: arrivals(context, keys, keys.arrivals, `referrals.${name}`, 'arrivals'),
      mix: [{ pathway, share: [{ from: 0, value: 1 }], acuteStay: null }],
      livesIn: livesIn(context, ['referrals', name]),
      priority: keys.priority?.amount ?? 1,
    };
  });
  return [...admitted, ...referred];
}

interface ArrivalKeys {
  'weekday-profile'?: Record<(typeof WEEKDAYS)[number], Quantity> | undefined;
  season?:
    | {
        amplitude?: Quantity | undefined;
        'peak-day'?: PeakDay | undefined;
        monthly?: Record<(typeof MONTH_KEYS)[number], Quantity> | undefined;
      }
    | undefined;
  trend?: Quantity | undefined;
  spacing?: Word<'random' | 'even' | 'erlang'> | undefined;
  'spacing-phases'?: Quantity | undefined;
  'day-to-day'?: Quantity | undefined;
}

function arrivals(
  context: Context,
  keys: ArrivalKeys,
  rate: Quantity | undefined,
  path: string,
  key: string,
  residents?: Quantity,
): ArrivalProcess | PeopleList {
  const people = context.tables.people.get(`${path}.people`);
  if (people) return { kind: 'list', people };
  const perDay = rate?.amount ?? 0;
  return {
    kind: 'process',
    perDay: perDay * (residents?.amount ?? 1),
    weekday: weekdayFactors(keys['weekday-profile']),
    season: seasonOf(keys.season),
    trendPerYear: keys.trend?.amount ?? 0,
    spacing: keys.spacing?.word === 'even' ? 'even' : (keys['spacing-phases']?.amount ?? 1),
    dayToDay: keys['day-to-day']?.amount ?? 0,
    factor: residents
      ? times(factorOf(context, perDay, `${path}.${key}`), factorOf(context, residents.amount, `${path}.residents`))
      : factorOf(context, perDay, `${path}.${key}`),
  };
}

function weekdayFactors(profile: ArrivalKeys['weekday-profile']): ArrivalProcess['weekday'] {
  const [mon = 1, tue = 1, wed = 1, thu = 1, fri = 1, sat = 1, sun = 1] = profile
    ? meanOne(WEEKDAYS.map((day) => profile[day].amount))
    : [];
  return [mon, tue, wed, thu, fri, sat, sun];
}

function seasonOf(season: ArrivalKeys['season']): ArrivalProcess['season'] {
  const { monthly, amplitude } = season ?? {};
  if (monthly) return { monthly: meanOne(MONTH_KEYS.map((month) => monthly[month].amount)) };
  return amplitude ? { amplitude: amplitude.amount, peakDay: season?.['peak-day']?.day ?? 0 } : null;
}

function meanOne(factors: number[]): number[] {
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
  return Math.abs(mean - 1) < 1e-12 ? factors : factors.map((factor) => factor / mean);
}

function times(a: Dated<number>, b: Dated<number>): Dated<number> {
  return sumOfProducts([[a, b]]);
}

/** Changed rates (or shares) relative to what is written. */
function factorOf(context: Context, written: number, path: string): Dated<number> {
  return dated(written, on(context.changes, path)).map(({ from, value }) => ({
    from,
    value: written > 0 ? Number(value) / written : 1,
  }));
}
