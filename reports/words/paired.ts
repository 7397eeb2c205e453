import type { Comparison } from '../../sim/result.ts';

/** Why a difference can be read as the effect of the change. */
export const pairedText = ({ paired }: Comparison): string => paired
  ? 'All scenarios met the same simulated people, so a difference between them is the effect of the change; its 95% interval says how well that difference is known, from the simulated replications that both have.'
  : 'The scenarios met different simulated people (their seeds differ), so part of a difference may be chance in who came; the 95% intervals allow for it.';
