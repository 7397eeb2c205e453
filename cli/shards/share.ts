import { InvalidArgumentError } from 'commander';

/** One of several machines: shard i of n, counted from 1, has the replications i, i + n, i + 2n and so on. */
export interface Share {
  shard: number;
  shards: number;
}

/** As many as there may be replications. */
const MOST_SHARDS = 100_000;

export const replicationsOf = ({ shard, shards }: Share, replications: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((replications - shard + 1) / shards)) }, (_, i) => shard + i * shards);

/** `3/7`; `env`, which asks the scheduler; or `env/7`, which also holds what it says against the number of shards, or gives it where it says none. */
export function shareIn(text: string, env: Record<string, string | undefined>): Share {
  const [, which = '', of] = /^(\d+|env)(?:\/(\d+))?$/.exec(text.trim()) ?? [];
  if (which === '' || (which !== 'env' && of === undefined))
    throw new InvalidArgumentError('Write it as 3/7, shards being counted from 1; or as env or env/7 in a job of a scheduler.');
  const asked = of === undefined ? null : Number(of);
  return checked(which === 'env' ? fromScheduler(env, asked) : { shard: Number(which), shards: asked as number });
}

function checked({ shard, shards }: Share): Share {
  if (shards < 1 || shards > MOST_SHARDS)
    throw new InvalidArgumentError(`There may be 1 to ${MOST_SHARDS.toLocaleString('en-GB')} shards; found ${shards}.`);
  if (!Number.isInteger(shard) || shard < 1 || shard > shards)
    throw new InvalidArgumentError(`Shards are counted from 1: of ${shards} there is no shard ${shard}.`);
  return { shard, shards };
}

interface Scheduler {
  name: string;
  /** Variable that says which task of the array this is. */
  index: string;
  share(index: number, asked: number | null, env: (name: string) => number | null): Share;
}

const SCHEDULERS: Scheduler[] = [
  { name: 'Slurm', index: 'SLURM_ARRAY_TASK_ID', share: ofSlurm },
  {
    name: 'Kubernetes',
    index: 'JOB_COMPLETION_INDEX', // counted from 0; how many there are, Kubernetes does not say
    share(index, asked) {
      if (asked === null)
        throw new InvalidArgumentError(
          'Kubernetes does not say how many shards there are. Write --shard env/7, with the number that stands at completions.',
        );
      return { shard: index + 1, shards: asked };
    },
  },
  {
    name: 'AWS Batch',
    index: 'AWS_BATCH_JOB_ARRAY_INDEX', // counted from 0
    share(index, asked, env) {
      const size = env('AWS_BATCH_JOB_ARRAY_SIZE');
      return { shard: index + 1, shards: agreed(size, asked, 'AWS_BATCH_JOB_ARRAY_SIZE') };
    },
  },
];

/** An array may begin anywhere and go in steps; one with gaps cannot say which of its tasks this is. */
function ofSlurm(id: number, asked: number | null, env: (name: string) => number | null): Share {
  const count = env('SLURM_ARRAY_TASK_COUNT');
  const shards = agreed(count, asked, 'SLURM_ARRAY_TASK_COUNT');
  const [first = 1, last = first + shards - 1, step = 1] = ['MIN', 'MAX', 'STEP'].map(
    (name) => env(`SLURM_ARRAY_TASK_${name}`) ?? undefined,
  );
  if (last - first !== (shards - 1) * step)
    throw new InvalidArgumentError(
      'The numbers of this Slurm array have gaps, so which shard this one is cannot be known. Write --array=1-7, or name the shard: --shard 3/7.',
    );
  return { shard: (id - first) / step + 1, shards };
}

/** What the scheduler counts and what was asked for; an array of one task, sent again, would else take the whole run. */
function agreed(counted: number | null, asked: number | null, variable: string): number {
  if (counted === null && asked === null)
    throw new InvalidArgumentError(`${variable} is not set, so the number of shards is not known. Write --shard env/7.`);
  if (counted !== null && asked !== null && counted !== asked)
    throw new InvalidArgumentError(
      `This array has ${counted} ${counted === 1 ? 'task' : 'tasks'} (${variable}), and not ${asked}. To do one shard again, name it: --shard 3/${asked}.`,
    );
  return (counted ?? asked) as number;
}

function fromScheduler(env: Record<string, string | undefined>, asked: number | null): Share {
  const set = SCHEDULERS.filter(({ index }) => (env[index] ?? '') !== '');
  const [one, ...others] = set;
  if (one === undefined)
    throw new InvalidArgumentError(
      `No scheduler says which shard this is: none of ${SCHEDULERS.map(({ index }) => index).join(', ')} is set. Outside of a job, write --shard 3/7.`,
    );
  if (others.length > 0)
    throw new InvalidArgumentError(
      `${set.map(({ index }) => index).join(' and ')} are both set, so which shard this is cannot be known. Write --shard 3/7.`,
    );
  const whole = (name: string): number | null => {
    const text = env[name] ?? '';
    if (text === '') return null;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new InvalidArgumentError(`${name} must be a whole number; found "${text}".`);
  };
  return one.share(whole(one.index) as number, asked, whole);
}
