import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { nearestName } from '../nearest-name.ts';
import { DIED } from '../vocabulary/pathway.ts';
import { type Branch, namesAt, type Path, placeOf, textAt } from '../source/tree.ts';
import { measuresLike } from './measures-like.ts';
import type { MeasureOption } from './measure-option.ts';

/** Where a measure, or what it is of, is asked for. */
interface Asking {
  tree: Branch;
  path: Path;
  slips: Slip[];
}

const BLOCKS = { pathway: 'pathways', service: 'services', group: 'sharing', hospital: 'hospitals', place: 'places' } as const;
type Scope = keyof typeof BLOCKS;

/** The measure of this id; null where there is none, and that is said. */
export function measureAsked(
  id: string | undefined,
  { tree, path, slips }: Asking,
  measures: MeasureOption[],
): MeasureOption | null {
  if (id === undefined) return null;
  const option = measures.find(({ measure }) => measure === id);
  if (option) return option;
  const like = measuresLike(id, measures);
  const near = like.map((one) => (one.title ? `\`${one.measure}\` (${one.title})` : `\`${one.measure}\``)).join(', ');
  const listed = 'listed under Measures in scenarios/README.md';
  const allowed = near === '' ? `a measure, as ${listed}` : `${near}; all are ${listed}`;
  const closest =
    nearest(
      id,
      measures.map(({ measure }) => measure),
    ) ?? (like.length === 1 ? (like[0]?.measure ?? null) : null);
  slips.push({
    place: placeOf(tree, path),
    path,
    problem: 'There is no measure of this name.',
    found: id,
    allowed,
    nearest: closest,
  });
  return null;
}

/** `all`, or a hospital, place, pathway, service or group of services by its name, as the label of its scope; null where the measure is not of it, and that is said. */
export function scopeAsked(said: string, { tree, path, slips }: Asking, option: MeasureOption): string | null {
  const kinds = (Object.keys(BLOCKS) as Scope[]).filter((kind) => option.scopes.includes(kind));
  if (said === 'all') {
    if (option.scopes.includes('all')) return 'all';
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: `\`of\` is missing: \`${option.measure}\` is measured for one ${kinds.join(' or one ')}.`,
      allowed: named(tree, kinds),
    });
    return null;
  }
  const national = /^national[: ](P[0-3])$/.exec(said)?.[1];
  if (national !== undefined && option.scopes.includes('national')) return nationalAsked(national, { tree, path, slips });
  const found = kinds.filter((kind) => namesAt(tree, [BLOCKS[kind]]).some((name) => name === said || `${kind}:${name}` === said));
  const [kind] = found;
  if (kind && found.length === 1) return said.startsWith(`${kind}:`) ? said : `${kind}:${said}`;
  const problem = kind
    ? `This is the name of a ${found.join(' and of a ')}: write \`${kind}:${said}\`.`
    : `\`${option.measure}\` is not measured for this.`;
  slips.push({
    place: placeOf(tree, path),
    path,
    problem,
    found: said,
    allowed: named(tree, kinds, option.scopes.includes('all')),
    nearest: nearestName(
      tree,
      said,
      kinds.map((one) => BLOCKS[one]),
    ),
  });
  return null;
}

/** Where the pathways are the national ones, that pathway itself. */
function nationalAsked(national: string, { tree, path, slips }: Asking): string | null {
  const reporting = namesAt(tree, ['pathways']).filter(
    (name) => (textAt(tree, ['pathways', name, 'reports-as']) ?? name) === national,
  );
  if (reporting.length === 0) {
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: `No pathway reports as ${national}.`,
      found: `national ${national}`,
    });
    return null;
  }
  const own = namesAt(tree, ['pathways']).every((name) =>
    [undefined, name, DIED].includes(textAt(tree, ['pathways', name, 'reports-as'])),
  );
  return own ? `pathway:${national}` : `national:${national}`;
}

function named(tree: Branch, kinds: Scope[], all = false): string {
  const names = kinds.flatMap((kind) => namesAt(tree, [BLOCKS[kind]]));
  return [...(all ? ['all'] : []), ...names].join(', ') || `a ${kinds.join(' or ')}`;
}
