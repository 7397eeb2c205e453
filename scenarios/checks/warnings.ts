import { PUBLISHED_TO } from '../../data/bank-holidays.ts';
import { yearOf } from '../../data/dates.ts';
import type { Warning } from '../../sim/result.ts';
import { daysOfMonth, lastDay, monthsOf } from '../calendar.ts';
import { editDistance } from '../nearest.ts';
import { leftOut } from './observed-left-out.ts';
import type { Context } from '../resolve/context.ts';
import { number } from '../units/kinds.ts';
import { DIED } from '../vocabulary/pathway.ts';

/** What a reader of the results should know, though the scenario can be run. */
export function warningsOf(context: Context): Warning[] {
  return [
    ...splitOfOlderPeople(context),
    ...unusedServices(context),
    ...unusedPathways(context),
    ...shortPeriod(context),
    ...likeServices(context),
    ...partMonths(context),
    ...wrongWay(context),
    ...futureHolidays(context),
    ...severalPriceYears(context),
    ...leftOut(context),
  ];
}

const AMBITION_65 = { P0: 0.5, P1: 0.45, P2: 0.04, P3: 0.01 };

function splitOfOlderPeople({ written }: Context): Warning[] {
  const same = Object.entries(AMBITION_65).every(
    ([name, share]) => Math.abs((written.pathways[name]?.share?.amount ?? 0) - share) < 1e-9,
  );
  if (!same || written.population.word !== 'all adults') return [];
  const text =
    'The split 50/45/4/1 is an ambition for people aged 65 and over, but this scenario counts all adults, of whom about 87% leave with no support. Set `population: 65+` with the admissions of people aged 65 and over, or use the split of all adults.';
  return [{ kind: 'split-of-65-and-over', text }];
}

function unusedServices({ written }: Context): Warning[] {
  const named = new Set([
    ...Object.values(written.pathways).flatMap((pathway) => pathway.route ?? []),
    ...Object.values(written.referrals).map((referral) => referral.to),
    ...Object.values(written.services).flatMap((service) =>
      service.kind === 'placements' ? [] : Object.keys(service.outcomes ?? {}),
    ),
  ]);
  const used = new Set([...named].flatMap((name) => written.sharing[name]?.services ?? [name]));
  const unused = Object.keys(written.services).filter((name) => !used.has(name));
  return unused.map((name) => ({
    kind: 'unused-service',
    text: `Nobody comes to the service ${name}: it is in no route, no outcome has its name and nobody is referred to it.`,
  }));
}

function unusedPathways({ written }: Context): Warning[] {
  const without = Object.entries(written.pathways).filter(
    ([name, keys]) => !['P0', DIED].includes(keys['reports-as']?.word ?? name) && keys.share && (keys.route ?? []).length === 0,
  );
  return without.map(([name]) => ({
    kind: 'pathway-without-service',
    text: `The pathway ${name} has no service in its route, so its people leave hospital without waiting for capacity.`,
  }));
}

/** By the longest stay where that is stated, else by the mean. */
function shortPeriod({ written, calendar }: Context): Warning[] {
  const days = calendar.warmUp + calendar.days;
  return Object.entries(written.services).flatMap(([name, service]) => {
    if (service.kind === 'placements') return [];
    const one = service.kind === 'hours' ? service.package : service;
    const kinds = [...(one ? [one] : []), ...Object.values(service.packages ?? {})];
    const stays = kinds.flatMap(({ stay, longest }) => [
      { what: 'mean', length: stay?.mean?.amount ?? stay?.fixed?.amount ?? 0 },
      ...(longest?.amount === undefined || longest.amount === 'unlimited' ? [] : [{ what: 'longest', length: longest.amount }]),
    ]);
    const worst = stays.sort((a, b) => b.length - a.length)[0];
    if (!worst || worst.length <= days) return [];
    const text = `The ${worst.what} stay in ${name} (${number(worst.length)} days) is longer than the warm-up and the period together (${days} days): ${worst.what === 'mean' ? 'few people are seen to leave' : 'those who stay that long are never seen to leave'}.`;
    return [{ kind: 'short-period', text }];
  });
}

function likeServices({ written }: Context): Warning[] {
  const services = Object.keys(written.services);
  return Object.entries(written.services).flatMap(([name, service]) => {
    const outcomes = service.kind === 'placements' ? [] : Object.keys(service.outcomes ?? {});
    return outcomes.flatMap((outcome) => {
      const like = services.find(
        (one) => one !== outcome && !services.includes(outcome) && editDistance(one.toLowerCase(), outcome.toLowerCase()) <= 2,
      );
      return like
        ? [
            {
              kind: 'outcome-like-service',
              text: `The outcome ${outcome} of ${name} is nearly the name of the service ${like}, but not quite: people with this outcome leave and do not go there.`,
            },
          ]
        : [];
    });
  });
}

function partMonths({ written, calendar }: Context): Warning[] {
  const counted = monthsOf(calendar);
  const figures = [
    ...Object.entries(written.ambitions).map(([name, keys]) => ({ what: `ambition ${name}`, keys })),
    ...Object.entries(written.stated).map(([name, keys]) => ({ what: `stated figure ${name}`, keys })),
  ];
  const part = (month: string): boolean => (counted.get(month) ?? 0) < daysOfMonth(month);
  return figures.flatMap(({ what, keys }) => {
    const named = [...(keys.in ?? []), ...(keys['sum-of'] ?? []), ...(keys.over ?? [])].filter(part);
    if (named.length > 0)
      return [
        { kind: 'part-of-a-month', text: `The ${what} counts ${named.join(', ')}, of which only a part is in the period.` },
      ];
    const parts = keys['each-month']?.word === 'yes' ? [...counted.keys()].filter(part) : [];
    if (parts.length === 0) return [];
    const said = parts.map((month) => `${month} (${counted.get(month)} of ${daysOfMonth(month)} days)`).join(' and ');
    return [
      {
        kind: 'part-of-a-month',
        text:
          parts.length < counted.size
            ? `The ${what} counts whole months: ${said} ${parts.length > 1 ? 'are' : 'is'} left out.`
            : `No whole month is in the period: the ${what} counts the part of ${said}.`,
      },
    ];
  });
}

/** A target that the worst results would meet. */
function wrongWay({ written, targets }: Context): Warning[] {
  return Object.entries(written.ambitions).flatMap(([name, keys]) => {
    const better = targets.get(name)?.better;
    const said = keys['at most'] === undefined ? 'at least' : 'at most';
    const meant = better === 'higher' ? 'at least' : 'at most';
    if (!better || said === meant) return [];
    const text = `The ambition ${keys.label ?? name} is met where \`${keys.measure}\` is ${said} its target, but ${better} is better: is \`${meant}\` meant?`;
    return [{ kind: 'ambition-the-wrong-way', text }];
  });
}

/** Costs of different years are added up as if they were of one. */
function severalPriceYears({ written }: Context): Warning[] {
  const years = [
    ...new Set(
      Object.values(written.services).flatMap((service) =>
        (service.price ?? service.spot?.price) ? (service['price-year'] ?? []) : [],
      ),
    ),
  ];
  if (years.length < 2 || written.costs['prices-of'] !== undefined) return [];
  return [
    {
      kind: 'several-price-years',
      text: `Prices are of ${years.join(' and ')} and their costs are added up as they are. Set \`costs: {prices-of: ${years.at(-1)}, uplift: {…}}\` to bring them to one year.`,
    },
  ];
}

function futureHolidays({ written, calendar }: Context): Warning[] {
  const matter =
    written['process-delay'].weekend !== undefined ||
    Object.values(written.services).some((service) => service.accepts['bank-holidays'].word === 'no');
  if (!matter || yearOf(lastDay(calendar)) <= PUBLISHED_TO) return [];
  return [
    {
      kind: 'bank-holidays-by-rule',
      text: `Bank holidays after ${PUBLISHED_TO} follow the usual rule; single extra days are not known yet.`,
    },
  ];
}
