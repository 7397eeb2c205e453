import type { Slip } from '../mistakes.ts';
import { type Branch, find, keyPlace, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';
import { known } from './references.ts';

/** Groups are of several known services of one kind, no service in two, and `serves` names places and hospitals there are. */
export function checkSharing(tree: Branch, slips: Slip[]): void {
  const services = namesAt(tree, ['services']);
  const groupOf = new Map<string, string>();
  for (const group of namesAt(tree, ['sharing'])) {
    const path = ['sharing', group];
    const members = textsAt(tree, [...path, 'services']);
    for (const block of ['services', 'pathways']) {
      if (namesAt(tree, [block]).includes(group))
        slips.push({
          place: keyPlace(tree, ['sharing'], group),
          path,
          problem: `This is also the name of a ${block.slice(0, -1)}: rename one of them.`,
          found: group,
        });
    }
    if (members.length === 1)
      slips.push({
        place: placeOf(tree, [...path, 'services']),
        path: [...path, 'services'],
        problem: 'A group has two services or more.',
        found: members[0]?.text ?? null,
      });
    for (const { text, path: here } of members) {
      known(tree, text, here, 'service', services, slips);
      const other = groupOf.get(text);
      if (other !== undefined)
        slips.push({
          place: placeOf(tree, here),
          path: here,
          problem: `${text} is in ${other === group ? 'this group twice' : `the group ${other} already`}: a service is in one group, once.`,
          found: text,
        });
      groupOf.set(text, group);
    }
    checkKinds(
      tree,
      members.map(({ text }) => text),
      [...path, 'services'],
      slips,
    );
  }
  for (const service of services) {
    for (const block of ['places', 'hospitals']) {
      for (const { text, path } of textsAt(tree, ['services', service, 'serves', block]))
        known(tree, text, path, block.slice(0, -1), namesAt(tree, [block]), slips);
    }
  }
}

function checkKinds(tree: Branch, members: string[], path: Path, slips: Slip[]): void {
  const kinds = members
    .map((name) => ({ name, kind: textAt(tree, ['services', name, 'kind']) }))
    .filter(({ kind }) => kind !== undefined);
  if (new Set(kinds.map(({ kind }) => kind)).size < 2) return;
  slips.push({
    place: placeOf(tree, path),
    path,
    problem: 'The services of a group are of one kind.',
    found: kinds.map(({ name, kind }) => `${name}: ${kind}`).join(', '),
  });
}

/** Whom a service is for, as written; null: everybody. */
export function servedBy(tree: Branch, service: string, block: 'places' | 'hospitals'): string[] | null {
  const path = ['services', service, 'serves', block];
  return find(tree, path) === undefined ? null : textsAt(tree, path).map(({ text }) => text);
}
