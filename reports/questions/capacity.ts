import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { slugOf } from '../figures/slug.ts';
import { whenHeld } from '../words/findings/pressure.ts';
import { fewerStarts } from '../words/fewer-starts.ts';
import { capital, labelOf } from '../words/lookup.ts';
import { fixed } from '../words/numbers.ts';
import { planOf } from '../words/plan.ts';
import { peak } from '../words/timeline.ts';
import { type Need, needs, pathwaysTo } from './need.ts';
import type { Question, Said } from './question.ts';

export const commission: Question = {
  asks: 'How much to commission, from which week to which week, block and spot?',
  needs: 'services with a stated capacity',
  beside: (base, other) => {
    const told = needs(other).filter((need) => isShort(need) || planText(other, need.service) !== planText(base, need.service));
    return [
      ...told.map((need) => planned(other, need).text),
      ...(told.length < needs(other).length ? ['All else is as in the base, or within what may be had on average.'] : []),
    ];
  },
  answer: (result) => {
    const all = needs(result);
    const room = all.filter(({ over }) => over.worst === null);
    const told = all.filter(({ over }) => over.worst !== null || room.length <= FEW);
    return [...told.map((need) => planned(result, need)), ...(room.length > FEW ? [roomFor(result, room)] : [])];
  },
};

/** More is needed at some time than there is, what may be had above the plan included. */
const isShort = ({ over, cover, beyond }: Need): boolean => (cover === null ? over : beyond).worst !== null;

/** From this share of the plan on, what is short is said to be a queue that has built up. */
const GROWN = 0.2;

/** So many services with room are told one by one. */
const FEW = 2;

export const weeksShort: Question = {
  asks: 'If nothing more is done, in which weeks does demand exceed capacity, by pathway?',
  needs: 'services with a stated capacity',
  beside: (_, other) => {
    const short = needs(other).filter(isShort);
    return short.length > 0
      ? short.map((need) => when(other, need).text)
      : [
          `Average demand stays within capacity throughout${needs(other).some(({ cover }) => cover !== null) ? ', with what may be had above it' : ''}.`,
        ];
  },
  answer: (result) => {
    const all = needs(result);
    const short = all.filter(({ over }) => over.worst !== null);
    const names = (some: Need[]): string => some.map(({ service }) => labelOf(service)).join(', ');
    if (all.length === 0) return [];
    if (short.length === 0)
      return [{ text: `With the capacity as planned, average demand stays within it throughout: ${names(all)}.`, see: null }];
    const room = all.filter(({ over }) => over.worst === null);
    return [
      ...short.map((need) => when(result, need)),
      ...(room.length > 0 ? [{ text: `Within what is planned throughout, on average: ${names(room)}.`, see: null }] : []),
    ];
  },
};

/** `Home support: 1,850 hours a week; 2,095 from 1 December 2017. Need peaks at 2,240 hours a week in the week of 8 January, 145 above the plan.` */
function planned(result: Result, need: Need): Said {
  const {
    service,
    unit,
    needed,
    over: { worst },
    beyond,
    cover,
    at,
  } = need;
  const label = capital(labelOf(service));
  const plan = planText(result, service);
  const top = worst?.at ?? peak(needed);
  const most = `need ${worst ? 'is furthest above it' : 'is highest'} in ${at(top)}, at ${units(needed[top] ?? 0, unit)} on average`;
  const called = (result.scenario.triggers ?? []).some(({ opens }) => opens.some(({ name }) => name === service.name));
  const spot = beyond.worst
    ? `above the block, of which spot does not cover ${fixed(beyond.worst.by)} in ${at(beyond.worst.at)}`
    : 'above the block, for spot to cover';
  const above =
    cover === 'spot'
      ? spot
      : cover === 'flex'
        ? 'above the contract'
        : called
          ? 'more than planned and called off then'
          : 'more than planned then';
  const line =
    worst && cover === null && worst.by > GROWN * (need.planned[worst.at] ?? 0)
      ? '. Most of that is a queue that has built up: buying less, earlier, would prevent it'
      : '';
  const gap = worst ? `, those who wait included: ${fixed(worst.by)} ${above}${line}` : ', within the plan';
  const fewer = fewerStarts(result, service).find((week) => week.at === top);
  const days = fewer
    ? ` (with its closed days ${fixed(fewer.offered, 1)} can start in that week, not ${fixed(fewer.asked)})`
    : '';
  return { text: `${label}: ${plan}; ${most}${days}${gap}.`, see: figureOf(result, need) };
}

/** `Home support 132 of 190 hours a week`, at the height of need. */
function roomFor(result: Result, room: Need[]): Said {
  const each = room.map(({ service, unit, needed, planned: plan }) => {
    const top = peak(needed);
    const fewer = fewerStarts(result, service).find((week) => week.at === top);
    const days = fewer ? ` (${fixed(fewer.asked)} in a week without closed days)` : '';
    return `${capital(labelOf(service))} ${fixed(needed[top] ?? 0)} of ${fixed(plan[top] ?? 0)} ${unit}${days}`;
  });
  return { text: `Within the plan throughout, on average; need at its highest: ${each.join('; ')}.`, see: null };
}

const planText = (result: Result, service: Service): string =>
  planOf(result).find(({ what }) => what === capital(labelOf(service)))?.planned ?? '';

function when(result: Result, need: Need): Said {
  const { service, over, beyond, cover } = need;
  const [pathways, label] = [pathwaysTo(result, service).join(', '), capital(labelOf(service))];
  const where = pathways === '' || pathways === label ? label : `${pathways} (${labelOf(service)})`;
  const covered = cover === 'spot' ? 'what spot buys' : 'delivery above the contract';
  const text =
    cover === null
      ? `average demand is above capacity ${weeksAbove(need, over)}`
      : beyond.worst
        ? `average demand is above capacity, ${covered} included, ${weeksAbove(need, beyond)}`
        : `average demand is above the ${cover === 'spot' ? 'block' : 'contract'} ${weeksAbove(need, over)}; ${covered} covers it`;
  return { text: `${where}: ${text}.`, see: figureOf(result, need) };
}

/** `from the week of 4 December, for nine weeks running, by up to 145 hours a week in the week of 8 January`. */
const weeksAbove = ({ step, at, unit }: Need, { held, worst }: Need['over']): string =>
  `${whenHeld(held, step, at)}${worst ? `, by up to ${units(worst.by, unit)} in ${at(worst.at)}` : ''}`;

/** `1 bed`, `145 hours a week`. */
const units = (value: number, unit: string): string =>
  `${fixed(value)} ${fixed(value) === '1' ? unit.replace(/^(bed|hour|start)s/, '$1') : unit}`;

const figureOf = ({ scenario }: Result, { service }: Need): string =>
  `${service.kind === 'hours' ? 'hours' : 'use'}-${slugOf(scenario.services, service)}`;
