import { dateOf } from '../calendar.ts';
import type { WarmUp, Warning } from '../result.ts';
import type { Scenario } from '../scenario.ts';

const MOST = 3;

const LEVELS: Record<string, string> = {
  'acute-occupied': 'acute beds occupied', 'acute-waiting': 'people waiting for an acute bed', 'no-criteria-to-reside': 'people with no criteria to reside',
  'in-service': 'people in the service', waiting: 'people waiting',
};

/** Said where levels were still changing when the period began: those that changed most for their size. */
export function warmUpWarnings(scenario: Scenario, warmUp: WarmUp | undefined): Warning[] {
  const late = (warmUp?.levels ?? []).filter(({ tooShort }) => tooShort);
  if (warmUp === undefined || late.length === 0) return [];
  const size = ({ drift }: WarmUp['levels'][number]) => (drift === null ? 0 : Math.abs(drift.after - drift.before) / Math.max(drift.after, drift.before));
  const said = [...late].sort((a, b) => size(b) - size(a)).slice(0, MOST).map(({ measure, scope, drift }) => `${LEVELS[measure] ?? measure}${where(scenario, scope)}, ${round(drift?.before)} in its last four weeks and ${round(drift?.after)} in the four to ${dateOf(scenario, (warmUp.judgedUntil ?? 0) - 1)}`);
  const text = `The warm-up of ${warmUp.days} days may be too short: still changing when the period begins are ${said.join('; ')}. Lengthen \`run.warm-up\`; where more is needed than there is, no warm-up is long enough.`;
  return [{ kind: 'warm-up-too-short', text }];
}

function where({ services, hospitals }: Scenario, scope: string): string {
  if (scope === 'all') return '';
  const name = scope.slice(scope.indexOf(':') + 1);
  const found = (scope.startsWith('service:') ? services : hospitals).find((it) => it.name === name);
  return ` (${found?.label ?? name})`;
}

const round = (level = Number.NaN): string => level.toLocaleString('en-GB', { maximumFractionDigits: level < 100 ? 1 : 0 });
