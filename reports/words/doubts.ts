import type { AmbitionResult, QueueCourse, Result } from '../../sim/result.ts';
import { inWhich } from './acute-queue.ts';
import { judge, type Judgement } from './chance.ts';
import { capital, scopeLabel } from './lookup.ts';
import { amount, countOf, inWords } from './numbers.ts';

/** Why nothing that this run says may be called met. */
export interface Doubt {
  kind: 'self-check' | 'over-capacity' | 'queue-grows' | 'warm-up' | 'start';
  /** A sentence without its full stop; and as it stands inside another, where a label keeps its capitals. */
  text: string;
  clause: string;
  /** In place of the word that would have been good. */
  mark: string;
  /** The run has it; or the run cannot say. */
  state: 'bad' | 'open';
}

/** What doubts are decided on. */
type Doubtful = Pick<Result, 'scenario' | 'warnings' | 'checks' | 'queues'>;

/** The gravest first: the first is the headline. Decided on the result's data: its checks, queues and kinds of warnings. */
export function doubtsOf(result: Doubtful): Doubt[] {
  return [
    ...selfCheck(result),
    ...overCapacity(result),
    ...growing(result),
    ...warned(result, ['warm-up-too-short', 'warm-up-too-short-by-load'], WARM_UP),
    ...warned(result, ['starts-far-from-load'], START),
  ];
}

/**
 * The doubt that stands in the headline; null where there is none, or where no target could be called met anyway: a queue that grows or
 * a start that is too easy only makes a miss worse, so the miss is said first. A failed self-check always comes first.
 */
export function leadingDoubt(result: Result): Doubt | null {
  const [doubt = null] = doubtsOf(result);
  const rows = result.ambitions.flatMap((ambition) => ambition.rows);
  const missed = rows.length > 0 && rows.every((row) => judge(row).state === 'bad');
  return missed && doubt?.kind !== 'self-check' ? null : doubt;
}

function said(clause: string): Pick<Doubt, 'text' | 'clause'> {
  return { text: capital(clause), clause };
}

/** What stands beside a chance or a mean that would else read as good; empty where the run has no leading doubt. */
export const markOf = (result: Result): string => leadingDoubt(result)?.mark ?? '';

/** Under a figure that shows chances: why they do not count, once for each doubt. */
export function doubtNotes(results: Result[]): string[] {
  const clauses = [...new Set(results.flatMap((result) => leadingDoubt(result)?.clause ?? []))];
  return clauses.map((clause) => {
    const names = results.filter((result) => leadingDoubt(result)?.clause === clause).map(({ scenario }) => `“${scenario.name}”`);
    const whose = names.length === results.length ? '' : ` of ${listed(names)}`;
    return `The chances${whose} do not count: ${clause}.`;
  });
}

const WARM_UP: Doubt = {
  kind: 'warm-up',
  ...said('the warm-up is too short: the period begins before the queues have settled'),
  mark: 'In doubt: warm-up too short',
  state: 'open',
};
const START: Doubt = {
  kind: 'start',
  ...said('the start is in doubt: services begin much emptier than their own load says'),
  mark: 'In doubt: the start',
  state: 'open',
};

const selfCheck = ({ checks }: Doubtful): Doubt[] =>
  checks.every(({ passed }) => passed)
    ? []
    : [
        {
          kind: 'self-check',
          ...said('a self-check of the simulation failed: do not use these figures'),
          mark: 'In doubt: a self-check failed',
          state: 'bad',
        },
      ];

const warned = ({ warnings }: Doubtful, kinds: string[], doubt: Doubt): Doubt[] =>
  warnings.some(({ kind }) => kinds.includes(kind)) ? [doubt] : [];

function overCapacity(result: Doubtful): Doubt[] {
  const scopes = overloaded(result);
  if (scopes === null) return [];
  const names = scopes.map((scope) => scopeLabel(result.scenario, scope));
  const who = names.length === 0 ? 'a service is' : `${listed(names)} ${names.length > 1 ? 'are' : 'is'}`;
  return [
    {
      kind: 'over-capacity',
      ...said(`${who} over capacity: on average more is needed than there is`),
      mark: 'Not secure: over capacity',
      state: 'bad',
    },
  ];
}

/** What is over its capacity, by scope; null where nothing is. */
export function overloaded({ warnings }: Doubtful): string[] | null {
  const found = warnings.filter(({ kind }) => kind === 'over-capacity');
  return found.length === 0 ? null : found.flatMap(({ scope }) => scope ?? []);
}

/** Queues that grow through the period, the one that grows most first. */
export const growingQueues = ({ queues }: Doubtful): QueueCourse[] =>
  queues.filter(({ grows }) => grows).sort((a, b) => b.rise.mean - a.rise.mean);

function growing(result: Doubtful): Doubt[] {
  const [worst, ...others] = growingQueues(result);
  if (!worst) return [];
  const more =
    others.length === 0
      ? ''
      : `; ${listed(others.map((queue) => queueName(result, queue)))} ${others.length > 1 ? 'grow' : 'grows'} too`;
  return [
    {
      kind: 'queue-grows',
      ...said(`${queueName(result, worst)} grows through the period, ${courseText(worst)}${more}`),
      mark: 'Not secure: a queue grows',
      state: 'bad',
    },
  ];
}

/** `from 6.1 people in the first four weeks to 17 in the last`. */
export const courseText = ({ first, last, weeks }: QueueCourse): string =>
  `from ${amount(first)} people in the first ${weeks === 1 ? 'week' : countOf(weeks, 'week')} to ${amount(last)} in the last${weeks === 1 ? '' : ` ${inWords(weeks)}`}`;

/** `the queue for home support`, `the queue for an acute bed in General`. */
export function queueName(
  { scenario }: Pick<Result, 'scenario'>,
  { measure, scope }: Pick<QueueCourse, 'measure' | 'scope'>,
): string {
  if (measure !== 'acute-waiting') return `the queue for ${scopeLabel(scenario, scope)}`;
  const own = scenario.hospitals.find(({ name }) => scope === `hospital:${name}`);
  return `the queue for an acute bed${own ? inWhich(own, scenario.hospitals) : ''}`;
}

/** `A, B and C`, at most three by name. */
export function listed(names: string[]): string {
  const said = names.length > 3 ? [...names.slice(0, 2), `${inWords(names.length - 2)} more`] : names;
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

/** What a target of the template would be called, were it met. */
export const EXAMPLE: Judgement = { word: 'Only an example', state: 'open' };

/** What a target may be called in this run: nothing is called met while the run has a doubt, nor an example ever. */
export function judged(
  result: Result,
  ambition: Pick<AmbitionResult, 'example'>,
  row: AmbitionResult['rows'][number] | null,
): Judgement {
  const alone = judge(row);
  if (alone.state !== 'good') return alone;
  const [doubt] = doubtsOf(result);
  return doubt ? { word: doubt.mark, state: 'open' } : ambition.example ? EXAMPLE : alone;
}
