import { fileOf, importsOf } from './tree.ts';

/** Files that import one another in a circle, imports of types counted; each circle in alphabetical order. */
export function circles(files: string[], uses = usesOf(files)): string[][] {
  const reach = new Map(files.map((file) => [file, reachable(file, uses)]));
  const found = new Set(
    files
      .filter((file) => reach.get(file)?.has(file))
      .map((file) =>
        [...(reach.get(file) as Set<string>)]
          .filter((other) => reach.get(other)?.has(file))
          .sort()
          .join('\n'),
      ),
  );
  return [...found].map((circle) => circle.split('\n'));
}

/** Of each file, those of the list that it imports. */
export function usesOf(files: string[]): Map<string, string[]> {
  const known = new Set(files);
  return new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .flatMap(({ from, folder }) => (folder === null ? [] : [fileOf(file, from)]))
        .filter((it) => known.has(it)),
    ]),
  );
}

function reachable(from: string, uses: Map<string, string[]>): Set<string> {
  const found = new Set<string>();
  const todo = [...(uses.get(from) ?? [])];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    todo.push(...(uses.get(file) ?? []));
  }
  return found;
}
