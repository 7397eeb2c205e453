import type { Slip } from '../mistakes.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, namesAt, type Path, placeOf } from '../source/tree.ts';
import { known } from './references.ts';

/** Names of places and of their pathways are those of something, and it is said of everybody where they live. */
export function checkPlaces(tree: Branch, tables: Tables, slips: Slip[]): void {
  const places = namesAt(tree, ['places']);
  for (const place of places) {
    const path = ['places', place, 'pathways'];
    for (const pathway of namesAt(tree, path))
      known(tree, pathway, [...path, pathway], 'pathway', namesAt(tree, ['pathways']), slips);
  }
  for (const block of ['hospitals', 'referrals']) {
    for (const name of namesAt(tree, [block])) checkResidence(tree, [block, name], places, tables, slips);
  }
}

function checkResidence(tree: Branch, of: string[], places: string[], tables: Tables, slips: Slip[]): void {
  const path: Path = [...of, 'places'];
  const said = namesAt(tree, path);
  if (said.length > 0 && places.length === 0) {
    const problem = 'There are no places: the block `places:` is missing.';
    slips.push({
      place: placeOf(tree, path),
      path,
      problem,
      found: said.join(', '),
      allowed: `\`places: {${said.map((name) => `${name}: {}`).join(', ')}}\``,
    });
    return;
  }
  for (const place of said) known(tree, place, [...path, place], 'place', places, slips);
  const listed = tables.people.get([...of, 'people'].join('.'))?.every((person) => person.place !== null) ?? false;
  if (places.length < 2 || find(tree, path) !== undefined || listed) return;
  slips.push({
    place: placeOf(tree, of),
    path,
    problem: `\`places\` is missing: where do the people of ${of[1]} live?`,
    allowed: `for example \`places: {${places.map((name) => `${name}: ${number(100 / places.length)}%`).join(', ')}}\``,
  });
}

function number(percent: number): string {
  return String(Math.round(percent));
}
