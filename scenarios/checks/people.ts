import type { PersonRow } from '../../data/people.ts';
import type { Slip } from '../mistakes.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, namesAt, type Path, placeOf, textAt } from '../source/tree.ts';

/** What a list of people leaves blank must be possible to draw. */
export function checkPeople(tree: Branch, tables: Tables, slips: Slip[]): void {
  for (const hospital of namesAt(tree, ['hospitals'])) {
    const people = tables.people.get(`hospitals.${hospital}.people`);
    if (people) checkHospital(tree, hospital, people, slips);
  }
  for (const referral of namesAt(tree, ['referrals'])) {
    const path = ['referrals', referral, 'people'];
    const to = textAt(tree, ['referrals', referral, 'to']);
    const other = tables.people.get(path.join('.'))?.find((person) => person.pathway !== null && person.pathway !== to);
    if (!other) continue;
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: 'People who are referred directly need no pathway: leave the column `pathway` out.',
      found: other.pathway,
    });
  }
}

function checkHospital(tree: Branch, hospital: string, people: PersonRow[], slips: Slip[]): void {
  const path: Path = ['hospitals', hospital, 'people'];
  const has = (pathway: string, key: string) =>
    find(tree, ['hospitals', hospital, 'pathways', pathway, key]) ?? find(tree, ['pathways', pathway, key]);
  const pathways = namesAt(tree, ['pathways']);
  const undrawn = people.filter((person) => person.pathway === null).length;
  if (undrawn > 0 && !pathways.some((pathway) => has(pathway, 'share'))) {
    const problem = `${undrawn} people of this list have no pathway, and no pathway has a \`share\` to draw it from.`;
    slips.push({ place: placeOf(tree, path), path, problem, allowed: 'a pathway in every row, or shares of the pathways' });
  }
  for (const pathway of pathways) {
    const drawn = has(pathway, 'share') !== undefined;
    const without = people.filter(
      (person) => person.acuteStay === null && (person.pathway === pathway || (person.pathway === null && drawn)),
    ).length;
    if (without === 0 || has(pathway, 'acute-stay')) continue;
    const problem = `${without} people in this list who need or may need ${pathway} have no acute stay, and the pathway has no \`acute-stay\` to draw it from.`;
    slips.push({ place: placeOf(tree, path), path, problem, allowed: 'a stay in every row, or an `acute-stay` of the pathway' });
  }
}
