import { dateInWords, type DayNumber } from '../../data/dates.ts';
import { html, type Html } from '../../reports/page/escape.ts';
import { STYLES } from '../../reports/page/styles.ts';
import type { CaseReport, Row } from './check-case.ts';
import type { Mode } from './rule.ts';

/** What `npm run verify` found: every view of it is a function of this. */
export interface Verification {
  format: 'd2a-verification';
  version: 1;
  tool: string;
  mode: Mode;
  /** ISO date on which it was run. */
  date: string;
  cases: CaseReport[];
}

interface Count {
  passed: number;
  failed: number;
  undecided: number;
}

const RULE: Record<Mode, string> = {
  quick: 'within 4 standard errors of the exact value, with a standard error of at most 1.53% of it',
  full: 'within 4 standard errors of the exact value, with a standard error of at most 0.5% of it (0.0001 for a probability under 0.02)',
};

export function countOf({ cases }: Verification): Count {
  const rows = cases.flatMap((it) => it.rows);
  const of = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return { passed: of('passed'), failed: of('failed'), undecided: of('undecided') };
}

export function allPassed(verification: Verification): boolean {
  return verification.cases.every(({ rows, broken }) => broken.length === 0 && rows.every(({ verdict }) => verdict === 'passed'));
}

/** Largest distance in standard errors by family, in the order of the cases. */
function families({ cases }: Verification): { family: string; cases: number; values: number; furthest: number }[] {
  const names = [...new Set(cases.map(({ family }) => family))];
  return names.map((family) => {
    const own = cases.filter((it) => it.family === family);
    const rows = own.flatMap(({ rows }) => rows);
    return { family, cases: own.length, values: rows.length, furthest: Math.max(0, ...rows.map(({ away }) => away ?? 0)) };
  });
}

const digits = (value: number) => value.toPrecision(6).replace(/\.?0+$/, '');
const interval = ({ simulated, error }: Row) =>
  error === 0
    ? digits(simulated)
    : `${digits(simulated)} (${digits(simulated - 1.96 * error)} to ${digits(simulated + 1.96 * error)})`;
const away = (row: Row) => (row.away === null ? '' : row.away.toFixed(1));
const time = (seconds: number) => (seconds < 100 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`);
const day = (date: string) => dateInWords((Date.parse(`${date}T00:00:00Z`) / 86_400_000) as DayNumber);

/** What keeps a value from being decided. */
const UNDECIDED =
  'Undecided: within 4 standard errors, but less precise than the rule asks for at sixty times the replications of the file, or at the 100,000 that the command line takes.';

function inShort(verification: Verification): string {
  const { passed, failed, undecided } = countOf(verification);
  const { tool, mode, date, cases } = verification;
  return `${passed} values of ${cases.length} cases passed, ${failed} failed, ${undecided} undecided, by the ${mode} rule (${RULE[mode]}). Version ${tool}, ${day(date)}.${undecided > 0 ? ` ${UNDECIDED}` : ''}`;
}

/** The three columns after the first are numbers. */
const NUMBERS = '--a2:right;--a3:right;--a4:right';

export function verificationPage(verification: Verification): string {
  const row = (one: Row) =>
    html`<tr><td>${one.name.replaceAll('_', ' ')}</td><td>${digits(one.exact)} ${one.unit}</td><td>${interval(one)}</td><td>${away(one)}</td><td>${one.verdict}</td></tr>
`;
  const section = (it: CaseReport) => html`<section><h2>${it.id}: ${it.title}</h2>
<p>${it.family}. ${it.replications} replications, seed ${it.seed}, ${time(it.seconds)}. ${it.broken.length > 0 ? `Self-checks that did not hold: ${it.broken.join(', ')}.` : ''}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Table: ${it.id}"><table style="${NUMBERS}"><thead><tr><th scope="col">Value</th><th scope="col">Expected</th><th scope="col">Simulated (95% interval)</th><th scope="col">Standard errors away</th><th scope="col">Verdict</th></tr></thead><tbody>
${it.rows.map(row)}</tbody></table></div></section>
`;
  const furthest = families(verification).map(
    (
      it,
    ) => html`<tr><th scope="row">${it.family}</th><td>${it.cases}</td><td>${it.values}</td><td>${it.furthest.toFixed(1)}</td></tr>
`,
  );
  const body: Html = html`<header><div class="wide"><p class="kind">Verification</p><h1>Simulated beside exact answers</h1><p>${inShort(verification)}</p></div></header>
<main class="wide"><section><h2>By family</h2><div class="scroll" tabindex="0" role="region" aria-label="Table: families"><table style="${NUMBERS}"><thead><tr><th scope="col">Family</th><th scope="col">Cases</th><th scope="col">Values</th><th scope="col">Furthest, in standard errors</th></tr></thead><tbody>
${furthest}</tbody></table></div></section>
${verification.cases.map(section)}</main>`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Verification</title>\n<style>${STYLES}</style>\n</head>\n<body>\n${body.text}\n</body>\n</html>\n`;
}

/** For the repository: families, then every value. */
export function verificationText(verification: Verification): string {
  const line = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Verification',
    '',
    inShort(verification),
    '',
    line('family', 'cases', 'values', 'furthest, in standard errors'),
    line('---', '---:', '---:', '---:'),
    ...families(verification).map((it) => line(it.family, it.cases, it.values, it.furthest.toFixed(1))),
    '',
    line(
      'case',
      'value',
      'expected',
      'simulated (95% interval)',
      'standard errors away',
      'verdict',
      'replications',
      'seed',
      'time',
    ),
    line('---', '---', '---:', '---:', '---:', '---', '---:', '---:', '---:'),
    ...verification.cases.flatMap((it) =>
      it.rows.map((row) =>
        line(
          it.id,
          row.name,
          digits(row.exact),
          interval(row),
          away(row),
          row.verdict,
          it.replications,
          it.seed,
          time(it.seconds),
        ),
      ),
    ),
    '',
  ].join('\n');
}
