import type { AmbitionResult, Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { ambitionName, nameInside } from '../words/ambition-words.ts';
import { chance } from '../words/chance.ts';
import { namesSpell, runWord, spellText } from '../words/dates.ts';
import { targetOf } from '../words/targets.ts';
import { doubtNotes, markOf } from '../words/doubts.ts';
import { capital, lower } from '../words/lookup.ts';
import { isUnlike } from '../words/unlike.ts';
import { dots, mostRows, type Point } from './dots.ts';
import type { Attributes, Figure } from './figure.ts';
import { SERIES } from './look.ts';

type Row = AmbitionResult['rows'][number];
interface Target {
  ambition: AmbitionResult;
  row: Row;
  name: string;
}

const AXIS: Attributes = {
  range: [-0.03, 1.03],
  tickvals: [0, 0.25, 0.5, 0.75, 1],
  ticktext: ['0%', '25%', '50%', '75%', '100%'],
  hoverformat: '.1%',
};

/** The chance of meeting each ambition, month by month where the scenario counts it so, with its interval. */
export function chances(result: Result): Figure[] {
  const rows = targetsOf(result).filter(({ row }) => counted(row));
  if (rows.length < 2) return [];
  const drawn = rows.slice(0, mostRows(1));
  return [
    {
      id: 'chances',
      title: [finding(rows), ...(markOf(result) === '' ? [] : [lower(markOf(result))])].join('; '),
      label: `Share of simulated ${runWord(result)}s that meet each ambition, by what it is counted over, with its 95% interval (Wilson)`,
      notes: [...doubtNotes([result]), ...undrawn(rows, drawn)],
      chart: dots(
        drawn.map(({ name }) => name),
        [{ name: 'Chance', points: drawn.map(({ row }) => pointOf(row)) }],
        AXIS,
        chance,
      ),
      table: {
        columns: [{ key: 'ambition', head: 'Ambition' }, ...COLUMNS],
        rows: rows.map(({ name, row }) => [name, ...pointOf(row)]),
      },
    },
  ];
}

const COLUMNS = [
  { key: 'met', head: 'Chance', unit: 'share' },
  { key: 'met_ci95_low', head: 'from', unit: 'share' },
  { key: 'met_ci95_high', head: 'to', unit: 'share' },
];

/** The same of each scenario beside the others, for the targets of the base. */
export function chancesCompared(results: Result[], comparison: Comparison): Figure[] {
  const [base] = results;
  if (!base) return [];
  const rows = targetsOf(base).filter(({ row }) => counted(row));
  const of = (result: Result, { ambition, row }: Target): Point => {
    const same = targetOf(result, ambition, row.over);
    return same && counted(same) ? pointOf(same) : [null, null, null];
  };
  const series = results.map((result) => ({ name: result.scenario.name, points: rows.map((target) => of(result, target)) }));
  if (rows.length < 2) return [];
  const [drawn, points] = [rows.slice(0, mostRows(series.length)), series.slice(0, SERIES.length)];
  return [
    {
      id: 'chances-compared',
      title: changesMost(
        rows,
        series.filter((_, i) => i === 0 || !isUnlike(comparison, i - 1)),
      ),
      label: `Share of simulated ${runWord(base)}s that meet each ambition of the base, by what it is counted over, with its 95% interval (Wilson)`,
      notes: [
        ...doubtNotes(results),
        ...undrawn(rows, drawn),
        ...(series.length > points.length
          ? [`The base and the first ${SERIES.length - 1} scenarios after it are drawn; the table has all.`]
          : []),
      ],
      chart: {
        ...dots(
          drawn.map(({ name }) => name),
          points.map(({ name, points: all }) => ({ name, points: all.slice(0, drawn.length) })),
          AXIS,
          chance,
        ),
        scenarios: points.map((_, i) => i),
      },
      table: {
        columns: [
          { key: 'ambition', head: 'Ambition' },
          ...series.flatMap(({ name }, i) =>
            COLUMNS.map(({ key, head, unit }) => ({ key: `${key}_${i + 1}`, head: head === 'Chance' ? name : head, unit })),
          ),
        ],
        rows: rows.map(({ name }, k) => [name, ...series.flatMap(({ points: all }) => all[k] ?? [])]),
      },
    },
  ];
}

/** Its spell stands before the name where there are several, or where the name does not hold it. */
const targetsOf = (result: Result): Target[] =>
  result.ambitions.flatMap((ambition) =>
    ambition.rows.map((row) => {
      const [name, over] = [ambitionName(result, ambition), spellText(result, row.over)];
      const bare = ambition.rows.length === 1 && (row.over === 'period' || namesSpell(ambition.label, row.over));
      return { ambition, row, name: bare ? name : `${capital(over)}: ${nameInside(result, ambition)}` };
    }),
  );

/** One replication says nothing about a chance, nor does a target without a value. */
const counted = ({ n, summary }: Row): boolean => n > 1 && summary !== null;

const pointOf = ({ met, metInterval: [low, high] }: Row): Point => [met, low, high];

const undrawn = (rows: Target[], drawn: Target[]): string[] =>
  rows.length > drawn.length ? [`The first ${drawn.length} are drawn; the table has all ${rows.length}.`] : [];

function finding(rows: Target[]): string {
  const [low, high] = [
    rows.reduce((a, b) => (b.row.met < a.row.met ? b : a)),
    rows.reduce((a, b) => (b.row.met > a.row.met ? b : a)),
  ];
  const said = ({ name, row: { met, metInterval } }: Target): string =>
    `“${name}”, ${chance(met)} (${chance(metInterval[0])} to ${chance(metInterval[1])})`;
  if (low.row.met === high.row.met) return `The chance of meeting it is ${chance(low.row.met)} for every ambition`;
  return `Least likely to be met: ${said(low)}; most likely: ${said(high)}`;
}

/** The ambition whose chance a scenario moves furthest from the base's. */
function changesMost(rows: Target[], [base, ...others]: { name: string; points: Point[] }[]): string {
  if (others.length === 0) return 'The chance of meeting each ambition, scenario by scenario: they are not compared';
  const moves = others.flatMap(({ name, points }) =>
    points.flatMap(([met], k) => {
      const [from] = base?.points[k] ?? [null];
      return met === null || from === null ? [] : [{ name, target: rows[k]?.name ?? '', from, met }];
    }),
  );
  const most = moves.reduce<(typeof moves)[number] | null>(
    (a, b) => (a === null || Math.abs(b.met - b.from) > Math.abs(a.met - a.from) ? b : a),
    null,
  );
  if (!most || most.met === most.from) return 'No scenario changes the chance of meeting an ambition';
  return `The chance moves most for “${most.target}”: from ${chance(most.from)} in “${base?.name ?? ''}” to ${chance(most.met)} in “${most.name}”`;
}
