import { type Branch, type Path, textAt } from '../source/tree.ts';
import { NOTE_KEYS } from '../source/provenance.ts';
import { editorSchema, type SchemaNode } from './json-schema.ts';

/** Keys that may stand in the map at the path; none where its names are free. */
export function knownKeys(tree: Branch, path: Path): string[] {
  let map: SchemaNode | undefined = editorSchema();
  path.forEach((step, i) => {
    const below: SchemaNode | boolean | undefined = map?.properties?.[String(step)] ?? map?.additionalProperties;
    map = typeof below === 'object' ? variant(below, textAt(tree, [...path.slice(0, i + 1), 'kind'])) : undefined;
  });
  return Object.keys(map?.properties ?? {}).filter((key) => !NOTE_KEYS.some((note) => note === key));
}

/** A map itself, or the kind of it that is written; all keys of all kinds where the kind is not known. */
function variant(node: SchemaNode, kind: string | undefined): SchemaNode {
  const options = (node.anyOf ?? node.oneOf ?? []).filter(
    (option) => option.properties || option.additionalProperties || option.oneOf,
  );
  if (options.length === 0) return node;
  const flat = options.map((option) => variant(option, kind));
  return (
    flat.find((option) => option.properties?.kind?.const === kind) ?? {
      properties: Object.assign({}, ...flat.map((option) => option.properties)),
    }
  );
}
