import type { Change } from '../changes/read-changes.ts';
import { followUpShares, sums } from '../changes/shares.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, find, keyPlace, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';
import { number } from '../units/kinds.ts';

/** Where people are on day 91 can be told of everybody who is followed, and what is needed after short-term support of everybody who leaves it. */
export function checkFollowUp(tree: Branch, changes: Change[], slips: Slip[]): void {
  const services = namesAt(tree, ['services']);
  const short = services.filter((name) => isShort(tree, name));
  const followed = [
    ...services.map((name) => ['services', name]),
    ...namesAt(tree, ['pathways']).map((name) => ['pathways', name]),
  ]
    .map((path) => [...path, 'follow-up'])
    .filter((path) => find(tree, path));
  for (const path of followed) checkSum(tree, changes, path, slips);
  for (const name of services) checkNeed(tree, name, slips);
  if (short.length + followed.length === 0) return;
  const untold = services.filter((name) => !isShort(tree, name) && !find(tree, ['services', name, 'long-term']));
  for (const name of untold) {
    const from = short.find((one) => after(tree, one).has(name));
    if (from === undefined && textAt(tree, ['services', name, 'kind']) !== 'placements') continue;
    const path = ['services', name, 'long-term'];
    const why =
      from === undefined
        ? 'The scenario asks where people are after 91 days'
        : `People come to it from ${from}, which is short-term support`;
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: `\`long-term\` is missing: is ${name} home care or a care home? ${why}.`,
      allowed: '`long-term: home care`, `long-term: care home` or `short-term: yes`',
    });
  }
}

function isShort(tree: Branch, service: string): boolean {
  return /^(yes|true)$/.test(textAt(tree, ['services', service, 'short-term']) ?? '');
}

/** The services to which people go on from one, by its outcomes or a route; of a group, all of it. */
function after(tree: Branch, service: string): Set<string> {
  const members = (name: string) => [name, ...textsAt(tree, ['sharing', name, 'services']).map(({ text }) => text)];
  const outcomes = namesAt(tree, ['services', service, 'outcomes']);
  const routes = namesAt(tree, ['pathways']).flatMap((pathway) => {
    const route = textsAt(tree, ['pathways', pathway, 'route']).map(({ text }) => text);
    return route.filter((_, i) => i > 0 && members(route[i - 1] as string).includes(service));
  });
  return new Set([...outcomes, ...routes].flatMap(members));
}

function checkSum(tree: Branch, changes: Change[], path: Path, slips: Slip[]): void {
  const shares = followUpShares(tree, changes, path);
  const wrong = shares && sums(shares).find(({ sum }) => sum > 1 + 1e-6);
  if (!wrong) return;
  slips.push({
    place: placeOf(tree, path),
    path,
    problem: `The shares of the follow-up sum to ${number(wrong.sum * 100)}%; the rest are at home, so they can be at most 100%.`,
  });
}

function checkNeed(tree: Branch, service: string, slips: Slip[]): void {
  const path = ['services', service, 'long-term-need'];
  if (!find(tree, path)) return;
  if (!isShort(tree, service))
    slips.push({
      place: keyPlace(tree, ['services', service], 'long-term-need'),
      path,
      problem: '`long-term-need` goes with `short-term: yes`.',
    });
  const outcomes = namesAt(tree, ['services', service, 'outcomes']);
  for (const { text, path: here } of textsAt(tree, path)) {
    if (!outcomes.includes(text))
      slips.push({
        place: placeOf(tree, here),
        path: here,
        problem: `${service} has no outcome of this name.`,
        found: text,
        allowed: outcomes.join(', ') || 'none yet: add `outcomes`',
      });
  }
}
