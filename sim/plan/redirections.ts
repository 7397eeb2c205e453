import { type ShareTables, shareTables } from './shares.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Redirection } from '../scenario/people.ts';

/** The redirections of one pathway: one uniform falls into the share of one of them, or into what is left. */
export interface Choice {
  rules: { redirection: Redirection; index: number }[];
  /** The shares in the order of the rules, then that of those who go on as before. */
  shares: ShareTables;
}

/** null where nobody of the pathway is redirected. */
export function choiceOf({ redirections = [] }: Scenario, pathway: string): Choice | null {
  const rules = redirections.flatMap((redirection, index) => (redirection.from === pathway ? [{ redirection, index }] : []));
  if (rules.length === 0) return null;
  return { rules, shares: shareTables([...rules.map(({ redirection }) => redirection.share), [{ from: 0, value: 1 }]]) };
}
