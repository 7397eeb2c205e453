import type { Result } from '../../sim/result.ts';
import { changesOf, pathText } from './changes.ts';
import { capital, labelOf, shortLabels, spaced } from './lookup.ts';

/** What a value of each block is called, by the rest of its path; `of` is the label of what it belongs to. */
const NAMES: Record<string, [rest: RegExp, name: (of: string, part: string) => string][]> = {
  services: [
    [/^(?:package\.)?stay\.(?:mean|fixed)$/, (of) => `mean stay in ${of}`],
    [/^(?:package\.)?stay\.median$/, (of) => `median stay in ${of}`],
    [/^(?:package\.)?stay\.cv$/, (of) => `spread of stays in ${of}`],
    [/^(?:package\.)?longest$/, (of) => `longest stay in ${of}`],
    [/^package\.hours$/, (of) => `hours a week for each person in ${of}`],
    [/^commissioned$/, (of) => `hours commissioned for ${of}`],
    [/^beds$/, (of) => `number of beds in ${of}`],
    [/^starts$/, (of) => `starts offered by ${of}`],
    [/^lead-time(?:\.mean)?$/, (of) => `lead time of ${of}`],
    [/^outcomes\.([^.]+)$/, (of, part) => `share leaving ${of} as “${part}”`],
  ],
  pathways: [
    [/^share$/, (of) => `share of people on ${of}`],
    [/^acute-stay\.(?:mean|fixed)$/, (of) => `mean clinical stay on ${of}`],
    [/^acute-stay\.median$/, (of) => `median clinical stay on ${of}`],
  ],
  hospitals: [
    [/^admissions$/, (of) => `admissions to ${of}`],
    [/^residents$/, (of) => `share of residents among admissions to ${of}`],
    [/^places\.([^.]+)$/, (of, part) => `share of people of ${of} who live in ${part}`],
  ],
  referrals: [
    [/^arrivals$/, (of) => `referrals: ${of}`],
    [/^places\.([^.]+)$/, (of, part) => `share of referrals (${of}) who live in ${part}`],
  ],
  'process-delay': [[/^(?:mean|fixed)$/, (of) => `mean process delay, ${of}`]],
};

/** `services.step-down.stay.mean` as `mean stay in step-down beds`; where there are no such words, as `pathText`. */
export function valueName(result: Result, path: string): string {
  const [, change, rest] = /^(changes\.[^.]+)\.(.+)$/.exec(path) ?? [];
  const name = named(result, rest ?? path);
  if (name === null) return pathText(result, path);
  return change === undefined
    ? name
    : `${name} (${changesOf(result).find(({ key }) => `changes.${key}` === change)?.label ?? change})`;
}

function named(result: Result, path: string): string | null {
  const [block = '', item = '', ...more] = path.split('.');
  const label = labelIn(result, block, item);
  if ((block === 'places' || block === 'hospitals') && more[0] === 'pathways') {
    const inside = named(result, more.join('.'));
    return inside === null ? null : `${inside}, ${block === 'places' ? 'living in' : 'from'} ${label}`;
  }
  for (const [pattern, name] of NAMES[block] ?? []) {
    const found = pattern.exec(more.join('.'));
    if (found) return name(label, more[0] === 'places' ? labelIn(result, 'places', found[1] ?? '') : spaced(found[1] ?? ''));
  }
  return null;
}

/** A label up to its colon, where that tells it from the others. */
function labelIn({ scenario, values }: Result, block: string, name: string): string {
  const lists: Record<string, { name: string; label: string }[]> = {
    services: scenario.services,
    pathways: scenario.pathways,
    hospitals: scenario.hospitals,
    places: scenario.places,
    referrals: scenario.arrivals,
  };
  const list = lists[block] ?? [];
  const at = list.findIndex((it) => it.name === name);
  const found = list[at];
  if (!found) return values.find(({ path }) => path === `${block}.${name}.label`)?.value ?? spaced(name);
  const [short = '', full] = [shortLabels(list)[at], labelOf(found)];
  return short === capital(full) ? full : short;
}
