import type { Result } from '../../../sim/result.ts';
import type { Row } from '../check-case.ts';
import type { Mode } from '../rule.ts';
import ipacs from './ipacs.json' with { type: 'json' };
import { ipacsRows } from './ipacs.ts';
import monks from './monks.json' with { type: 'json' };
import { monksRows } from './monks.ts';

/** A published model whose answers are reproduced within a stated band. */
interface Published {
  title: string;
  family: string;
  replications: Record<Mode, number>;
  rows(folder: string, replications: number): Promise<{ rows: Row[]; results: Result[] }>;
}

export const PUBLISHED: Record<string, Published> = {
  IPACS: {
    title: `${ipacs.cases.length} step-down plans with and without an initial queue`,
    family: 'Published models',
    replications: { quick: 80, full: 2000 },
    rows: ipacsRows,
  },
  MONKS: {
    title: 'Stroke and rehabilitation beds',
    family: 'Published models',
    replications: { quick: 60, full: monks.inputs.replications },
    rows: monksRows,
  },
};
