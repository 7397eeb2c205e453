import type { Result } from '../../sim/result.ts';
import type { BedService } from '../../sim/scenario/service.ts';
import { ambitionName, besideTarget, targetText } from '../words/ambition-words.ts';
import { changesFigure, worstWeek } from '../figures/changes.ts';
import { redirections } from '../figures/redirections.ts';
import { runWord, spellText } from '../words/dates.ts';
import { judged } from '../words/doubts.ts';
import { capital, labelOf, lower, meanOf, serviceScope, shortLabels } from '../words/lookup.ts';
import { fixed, share } from '../words/numbers.ts';
import { planOf } from '../words/plan.ts';
import { capacityOver, timeline } from '../words/timeline.ts';
import { usedServices } from '../words/used-services.ts';
import { fromFigures, type Question, type Said } from './question.ts';

export const redesign: Question = {
  asks: 'Which beds can close and when, what does running both cost, and how bad is the worst week?',
  needs: 'a service of beds; what both cost, a plan in which beds close after something opens',
  answer: (result) => {
    const closing = result.scenario.services.filter((s): s is BedService => s.kind === 'beds' && closes(result, s));
    if (closing.length === 0) {
      const without = notClosing(result);
      return without.length === 0 ? [] : [...without, ...worstWeek(result).map((text) => ({ text, see: null }))];
    }
    const plan = planOf(result);
    const beds = closing.map((s): Said => {
      const label = capital(labelOf(s));
      return { text: `${label}: ${plan.find(({ what }) => what === label)?.planned ?? ''}.`, see: null };
    });
    return [...beds, ...changesFigure(result).flatMap(({ id, notes }) => notes.map((text) => ({ text, see: id })))];
  },
};

/** No bed closes: how many could be done without as things are, and what finds more. */
function notClosing(result: Result): Said[] {
  const all = usedServices(result).flatMap((service) =>
    service.kind === 'beds' && service.spot === null ? freeAtWorst(result, service) : [],
  );
  if (all.length === 0) return [];
  const week = `in the fullest week of 19 ${runWord(result)}s in 20`;
  const room = all.filter(({ free }) => free > 0);
  const text =
    room.length === 0
      ? `No bed closes in this plan, and none can without other care in its place: in the fullest week of one ${runWord(result)} in 20 all are in use (${all.map(({ label, of }) => `${label} ${fixed(of)}`).join(', ')}).`
      : `No bed closes in this plan. Free even ${week}: ${room.map(({ label, free, of }) => `${fixed(free)} of ${fixed(of)} ${label}`).join(', ')}${room.length < all.length ? '; of the other services none' : ''}.`;
  return [
    {
      text: `${text} How many more can close once other care is there, and when, is not worked out in this run (d2a decide does it).`,
      see: null,
    },
  ];
}

/** Beds never in use, but for one replication in twenty: the fewest of all weeks. */
function freeAtWorst(result: Result, service: BedService): { label: string; free: number; of: number }[] {
  const scope = serviceScope(service);
  const used = timeline(result, 'in-service', scope)?.values ?? [];
  const weeks = capacityOver(result, scope).flatMap((of, i) => {
    const most = used[i]?.range?.[4];
    return typeof of === 'number' && most !== undefined ? [{ of, free: Math.max(0, Math.floor(of - most + 1e-9)) }] : [];
  });
  const [worst] = weeks.sort((a, b) => a.free - b.free);
  return worst ? [{ label: capital(labelOf(service)), ...worst }] : [];
}

export const split: Question = {
  asks: 'Is the pathway split of the ambition reached, and what does right-sizing do?',
  needs: 'people who need pathways; for what is reached of it, an ambition on the pathway mix',
  differs: [
    { measure: 'pathway-mix', of: 'national' },
    { measure: 'pathway-mix', of: 'pathway' },
    { measure: 'usual-residence', of: 'all' },
  ],
  answer: (result) => {
    const held = reached(result);
    return [...(held.length > 0 ? held : withoutAmbition(result)), ...fromFigures(redirections(result))];
  },
};

/** Beds planned for the period that are fewer later in it. */
function closes({ scenario }: Result, { beds }: BedService): boolean {
  const end = scenario.warmUpDays + scenario.days;
  const size = (i: number): number => (beds[i]?.value === 'unlimited' ? Infinity : Number(beds[i]?.value ?? 0));
  return beds.some(({ from }, i) => i > 0 && from > scenario.warmUpDays && from < end && size(i) < size(i - 1));
}

function reached(result: Result): Said[] {
  return result.ambitions
    .filter(({ measure }) => measure === 'pathway-mix')
    .flatMap((a) =>
      a.rows.map(
        (row): Said => ({
          text: `${ambitionName(result, a)}, ${spellText(result, row.over)}: ${besideTarget(result, a, row.summary?.mean ?? null)} reached on average against ${targetText(result, a)}, ${lower(judged(result, a, row).word)}.`,
          see: 'pathway-mix',
        }),
      ),
    );
}

/** The national pathways, or those of the scenario where they are not told apart, where nothing says what they should be. */
function withoutAmbition(result: Result): Said[] {
  const of = (scopes: { label: string; scope: string }[]): string[] =>
    scopes.flatMap(({ label, scope }) => {
      const mean = meanOf(result, 'pathway-mix', scope);
      return mean === null ? [] : [`${label} ${share(mean)}`];
    });
  const labels = shortLabels(result.scenario.pathways);
  const national = of(['P0', 'P1', 'P2', 'P3'].map((label) => ({ label, scope: `national:${label}` })));
  const mix =
    national.length > 1
      ? national
      : of(result.scenario.pathways.map(({ name }, i) => ({ label: labels[i] ?? name, scope: `pathway:${name}` })));
  return mix.length < 2
    ? []
    : [
        {
          text: `No ambition on the split is stated; of everyone discharged, on average: ${mix.join(', ')}.`,
          see: 'pathway-mix',
        },
      ];
}
