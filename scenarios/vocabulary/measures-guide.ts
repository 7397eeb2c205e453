import type { MeasureOption } from '../checks/measure-option.ts';

const HEAD = '| id | measure | unit | `of` may be | by month? |\n|---|---|---|---|---|';

/** Every measure an ambition may be about, in Markdown, for `scenarios/README.md`. */
export function measuresGuide(options: MeasureOption[]): string {
  return [HEAD, ...options.map(line)].join('\n');
}

function line(option: MeasureOption): string {
  const { measure, title = '', unit, scopes } = option;
  const of = scopes.map((scope) => OF[scope] ?? `a ${scope}`).join(', ');
  return `| ${[`\`${measure}\``, title, unit === 'share' ? '%' : unit, of, byMonth(option)].join(' | ')} |`;
}

const OF: Record<string, string> = { all: 'left out', national: '`national P1`', group: 'a group of `sharing`' };

function byMonth(option: MeasureOption): string {
  if (!option.byMonth) return 'whole period only';
  return `\`in\`, \`each-month\`, \`${monthsAdd(option) ? 'sum-of' : 'over'}\``;
}

const ADDING = new Set(['people', 'days', 'hours', '£']);

/** Whether the values of months may be added up. */
export function monthsAdd({ adds, unit }: MeasureOption): boolean {
  return adds ?? ADDING.has(unit);
}
