import type { SensitivityDecision } from '../../sim/decision.ts';
import type { Result } from '../../sim/result.ts';
import { fixed } from '../words/numbers.ts';

/** Sums of the same numbers in another order differ by less, as a share. */
const ROUNDING = 1e-9;

/**
 * In what a sensitivity is not of the run of a result: its scenario, the files read, the seed, the values moved, and the measure winter by
 * winter, which shows values set on the command line too. Empty where it is of the same run; neither needs as many winters as the other.
 */
export function differsFrom(result: Result, decision: SensitivityDecision): string[] {
  const scenario = ofScenario(result, decision);
  if (scenario.length > 0) return [...scenario, ...ofInputs(result, decision)]; // its values differ anyhow
  const read = [...ofInputs(result, decision), ...ofValues(result, decision)];
  return read.length > 0 ? read : ofWinters(result, decision);
}

function ofScenario({ scenario, run }: Result, { scenario: own }: SensitivityDecision): string[] {
  const parts: [what: string, found: string, has: string][] = [
    ['scenario', `“${own.name}”`, `“${scenario.name}”`],
    ['first day', own.start, scenario.start],
    ['days', fixed(own.days), fixed(scenario.days)],
    ['seed', own.seed, run.seed],
  ];
  return parts.filter(([, found, has]) => found !== has).map(([what, found, has]) => `${what}: ${found}, the result has ${has}`);
}

function ofInputs(result: Result, decision: SensitivityDecision): string[] {
  const lacks = (in_: Result['inputs'], others: Result['inputs']): string[] =>
    in_
      .filter(({ sha256 }) => !others.some((other) => other.sha256 === sha256))
      .map(({ file, sha256 }) => `${file} (SHA-256 ${sha256.slice(0, 12)}…)`);
  const [own, its] = [lacks(decision.inputs, result.inputs), lacks(result.inputs, decision.inputs)];
  if (own.length === 0 && its.length === 0) return [];
  return [`files read: ${own.join(', ') || 'none more'}, the result has ${its.join(', ') || 'none of these'}`];
}

function ofValues({ values }: Result, decision: SensitivityDecision): string[] {
  return decision.values.flatMap(({ path, written }) => {
    const has = values.find((value) => value.path === path)?.written;
    return has === written ? [] : [`${path}: ${written}, the result has ${has ?? 'no such value'}`];
  });
}

function ofWinters({ measures }: Result, { asked: { measure, scope }, base }: SensitivityDecision): string[] {
  if (!base.winters)
    return ['it does not hold the winters of its measure, as an earlier d2a wrote it: run d2a sensitivity again'];
  const winters = measures.find((it) => it.measure === measure && it.scope === scope)?.winters;
  if (!winters) return [`measure: ${measure} of ${scope}, which the result does not have`];
  const i = base.winters.slice(0, winters.length).findIndex((own, w) => !same(own, winters[w] ?? null));
  return i < 0
    ? []
    : [
        `${measure} in winter ${i + 1}: ${shown(base.winters[i])}, the result has ${shown(winters[i])}; another value was set on the command line (--set), or another version of d2a simulated it`,
      ];
}

const same = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)));
const shown = (value: number | null | undefined): string => (typeof value === 'number' ? fixed(value, 3) : 'no value');
