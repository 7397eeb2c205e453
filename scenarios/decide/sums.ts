import type { ScenarioValue } from '../../sim/result.ts';
import { amountIn, withExactly } from './amounts.ts';

/** A share of a sum of 100%: where it stands in the sum, where it is written (the people of a place may take it from everybody's), and how. */
interface Share {
  path: string;
  from: string;
  written: string;
}

/** Shares written beside one another; the first group names their sum. */
const SUMS = [
  /^(pathways)\.[^.]+\.share$/,
  /^(services\.[^.]+\.outcomes)\.[^.]+$/,
  /^(services\.[^.]+\.packages)\.[^.]+\.share$/,
  /^(services\.[^.]+\.payers)\.[^.]+$/,
  /^((?:hospitals|referrals)\.[^.]+\.places)\.[^.]+$/,
  /^(hospitals\.[^.]+\.(?:ready|leaving)-hours)\.[^.]+$/,
];
const EVERYBODY = 'pathways';
/** Of the people of a hospital or a place: shares that are not written there are everybody's. */
const OF_SOME = /^((?:hospitals|places)\.[^.]+)\.pathways\.[^.]+\.share$/;

/** Every sum of shares in a scenario. */
export function sumsOf(values: ScenarioValue[]): Share[][] {
  const sums = new Map<string, Share[]>();
  const shares = values.filter(({ written }) => amountIn(written) !== null);
  for (const { path, written } of shares) {
    const sum = SUMS.flatMap((pattern) => pattern.exec(path)?.[1] ?? [])[0];
    if (sum !== undefined) sums.set(sum, [...(sums.get(sum) ?? []), { path, from: path, written }]);
  }
  for (const some of new Set(shares.flatMap(({ path }) => OF_SOME.exec(path)?.[1] ?? [])))
    sums.set(some, ofSome(shares, some, sums.get(EVERYBODY) ?? []));
  return [...sums.values()];
}

function ofSome(shares: ScenarioValue[], some: string, everybody: Share[]): Share[] {
  const own = shares
    .filter(({ path }) => OF_SOME.exec(path)?.[1] === some)
    .map(({ path, written }) => ({ path, from: path, written }));
  const taken = everybody.map((share) => ({ ...share, path: `${some}.${share.path}` }));
  return [...own, ...taken.filter(({ path }) => !own.some((it) => it.path === path))];
}

/** The shares of every sum in which one is moved, and of those that take from such a sum. */
export function keptSums(sums: Share[][], moved: Map<string, string>): [path: string, text: string][] {
  const touched = sums.filter((sum) => sum.some(({ from }) => moved.has(from)));
  const changed = new Set(touched.flatMap((sum) => sum.map(({ path }) => path)));
  return sums.filter((sum) => sum.some(({ from }) => changed.has(from) || moved.has(from))).flatMap((sum) => keptSum(sum, moved));
}

/**
 * A share that is moved takes from, or gives to, the others of its sum in their proportions. Several moved multiply what each does
 * alone, and the whole is brought to 100%: the order is of no matter (perturbation of a composition, Aitchison 1986).
 */
function keptSum(sum: Share[], moved: Map<string, string>): [path: string, text: string][] {
  const written = sum.map((share) => amountIn(share.written) ?? 0);
  const target = sum.map(({ from }, i) => amountIn(moved.get(from) ?? '') ?? (written[i] as number));
  const ofOthers = target.map((to, i) => (written[i] === 100 ? 1 : (100 - to) / (100 - (written[i] as number))));
  const amounts = written.map((amount, i) =>
    amount === 0 ? 0 : ofOthers.reduce((product, factor, j) => (j === i ? product : product * factor), target[i] as number),
  );
  const total = amounts.reduce((all, amount) => all + amount, 0);
  return sum.map(({ path, written: text }, i) => [path, withExactly(text, ((amounts[i] as number) * 100) / total)]);
}
