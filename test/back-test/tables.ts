import { type Agreement, agreementOf, type Beside, besideOf, byWeekday, pooledOf } from '../../reports/words/beside.ts';
import { amount, share } from '../../reports/words/numbers.ts';
import type { Result } from '../../sim/result.ts';

export interface Run {
  /** Scenario file without its ending. */
  name: string;
  result: Result;
}

const trustOf = ({ result }: Run) => result.scenario.hospitals[0]?.name ?? '';
const use = ({ name }: Run) => (name.endsWith('-fitted') ? 'fitted on' : 'untouched');

/** Markdown; the numbers of each row are of the days with a return. */
export function dailyTable(runs: Run[]): string {
  const rows = runs
    .filter(isDaily)
    .flatMap((run) =>
      besideOf(run.result).map((it) => [trustOf(run), `${yearOf(run)}, ${use(run)}`, it.observed.label, ...cells(it.agreement)]),
    );
  return table(
    ['trust', 'year', 'what', 'days', 'observed, mean', 'simulated, mean', 'mean absolute error', 'days inside the 90% range'],
    rows,
  );
}

/** Discharges over the week: observed / simulated. */
export function weekdayTable(runs: Run[]): string {
  const rows = runs.filter(isDaily).map((run) => {
    const days = byWeekday(besideOf(run.result).find(({ observed }) => observed.measure === 'discharges')?.points ?? []);
    return [
      trustOf(run),
      `${yearOf(run)}, ${use(run)}`,
      ...days.map(({ agreement: a }) => (a === null ? '' : `${amount(a.observed)} / ${amount(a.simulated)}`)),
    ];
  });
  return table(['trust', 'year', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], rows);
}

/** Delay bands, of all discharged: observed / simulated; an asterisk where the observed lies outside the 90% range of single periods. */
export function bandTable(runs: Run[]): string {
  const others = runs.filter((run) => !isDaily(run));
  const rows = others.map((run) => {
    const bands = pooledOf(run.result);
    const delay = besideOf(run.result).find(({ observed }) => observed.measure === 'delay-mean');
    const apart = agreementOf(bands.map(({ point }) => point));
    return [
      trustOf(run),
      `${monthsOf(run)}, ${use(run)}`,
      ...bands.map(({ point: { observed, simulated } }) =>
        observed === null || simulated === null
          ? ''
          : `${share(observed)} / ${share(simulated.mean)}${agreementOf([{ at: '', observed, simulated }])?.inside === 0 ? '*' : ''}`,
      ),
      apart === null ? '' : `${amount(apart.absoluteError * 100)} points`,
      pairOf(delay),
    ];
  });
  return table(
    [
      'trust',
      'months',
      'no days',
      '1',
      '2–3',
      '4–6',
      '7–13',
      '14–20',
      '21+',
      'mean absolute error of the bands',
      'mean delay, all discharged (days)',
    ],
    rows,
  );
}

const isDaily = ({ result }: Run) => (result.scenario.observed ?? []).some(({ by }) => by === 'day');
const yearOf = ({ result: { calendar } }: Run) => `${calendar.start.slice(0, 4)}/${calendar.end.slice(2, 4)}`;
const monthsOf = ({ result: { calendar } }: Run) => `${calendar.start.slice(0, 7)} to ${calendar.end.slice(0, 7)}`;
const pairOf = (it: Beside | undefined) =>
  it?.agreement ? `${amount(it.agreement.observed)} / ${amount(it.agreement.simulated)}` : '';

function cells(a: Agreement | null): string[] {
  return a === null
    ? ['0', '', '', '', '']
    : [String(a.n), amount(a.observed), amount(a.simulated), amount(a.absoluteError), a.inside === null ? '' : share(a.inside)];
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i < 2 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
