import { editorSchema, type SchemaNode } from '../vocabulary/json-schema.ts';

/** The words that the value of a path may be, where it is one of a few; a name chosen by the author may be empty. */
export function wordsFor(path: string[]): string[] {
  let nodes = [editorSchema()];
  for (const key of path) nodes = nodes.flatMap((node) => below(node, key));
  const words = nodes.map(wordsOf);
  return words.every((some) => some.length > 0) ? [...new Set(words.flat())] : [];
}

/** What may stand under a key, in each of the forms that a map may have. */
function below(node: SchemaNode, key: string): SchemaNode[] {
  const own = node.properties?.[key] ?? node.additionalProperties;
  return [...(typeof own === 'object' ? [own] : []), ...(node.anyOf ?? node.oneOf ?? []).flatMap((form) => below(form, key))];
}

function wordsOf(node: SchemaNode): string[] {
  if (node.list) return [];
  return (node.guide?.editor?.enum ?? node.enum ?? (node.const === undefined ? [] : [node.const])).map(String);
}
