import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario.ts';
import { slugOf } from '../figures/slug.ts';
import { whenHeld } from '../words/findings/pressure.ts';
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
    const told = needs(other).filter(({ service, worst }) => worst !== null || planText(other, service) !== planText(base, service));
    return [...told.map((need) => planned(other, need).text), ...(told.length < needs(other).length ? ['All else is as in the base, or within what is planned on average.'] : [])];
  },
  answer: (result) => {
    const all = needs(result);
    const room = all.filter(({ worst }) => worst === null);
    const told = all.filter(({ worst }) => worst !== null || room.length <= FEW);
    return [...told.map((need) => planned(result, need)), ...(room.length > FEW ? [roomFor(room)] : [])];
  },
};

/** So many services with room are told one by one. */
const FEW = 2;

export const weeksShort: Question = {
  asks: 'If nothing more is done, in which weeks does demand exceed capacity, by pathway?',
  needs: 'services with a stated capacity',
  beside: (_, other) => {
    const short = needs(other).filter(({ worst }) => worst !== null);
    return short.length > 0 ? short.map((need) => when(other, need).text) : ['Average demand stays within what is planned throughout.'];
  },
  answer: (result) => {
    const all = needs(result);
    const short = all.filter(({ worst }) => worst !== null);
    const names = (some: Need[]): string => some.map(({ service }) => labelOf(service)).join(', ');
    if (all.length === 0) return [];
    if (short.length === 0) return [{ text: `With the capacity as planned, average demand stays within it throughout: ${names(all)}.`, see: null }];
    const room = all.filter(({ worst }) => worst === null);
    return [...short.map((need) => when(result, need)), ...(room.length > 0 ? [{ text: `Within what is planned throughout, on average: ${names(room)}.`, see: null }] : [])];
  },
};

/** `Home support: 1,850 hours a week; 2,095 from 1 December 2017. Need peaks at 2,240 hours a week in the week of 8 January, 145 above the plan.` */
function planned(result: Result, need: Need): Said {
  const { service, unit, needed, worst, at } = need;
  const label = capital(labelOf(service));
  const plan = planText(result, service);
  const top = worst?.at ?? peak(needed);
  const most = `need ${worst ? 'is furthest above it' : 'is highest'} in ${at(top)}, at ${fixed(needed[top] ?? 0)} ${unit} on average`;
  const gap = worst ? `, those who wait included: ${more(worst.by)} ${service.spot ? 'above the block, for spot to cover' : 'more than planned then'}` : ', within the plan';
  return { text: `${label}: ${plan}; ${most}${gap}.`, see: figureOf(result, need) };
}

/** `Home support 132 of 190 hours a week`, at the height of need. */
function roomFor(room: Need[]): Said {
  const each = room.map(({ service, unit, needed, planned: plan }) => {
    const top = peak(needed);
    return `${capital(labelOf(service))} ${fixed(needed[top] ?? 0)} of ${fixed(plan[top] ?? 0)} ${unit}`;
  });
  return { text: `Within the plan throughout, on average; need at its highest: ${each.join('; ')}.`, see: null };
}

const planText = (result: Result, service: Service): string => planOf(result).find(({ what }) => what === capital(labelOf(service)))?.planned ?? '';

function when(result: Result, need: Need): Said {
  const { service, over, step, at, unit, worst } = need;
  const pathways = pathwaysTo(result, service).join(', ');
  const where = pathways === '' ? capital(labelOf(service)) : `${pathways} (${labelOf(service)})`;
  const by = worst ? `, by up to ${more(worst.by)} ${unit} in ${at(worst.at)}` : '';
  return { text: `${where}: average demand is above capacity ${whenHeld(over, step, at)}${by}.`, see: figureOf(result, need) };
}

const more = (by: number): string => (by < 0.5 ? 'under 1' : fixed(by));

const figureOf = ({ scenario }: Result, { service }: Need): string => `${service.kind === 'hours' ? 'hours' : 'use'}-${slugOf(scenario.services, service)}`;
