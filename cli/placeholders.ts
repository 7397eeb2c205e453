/** What the word of an argument or option stands for, e.g. `file` in `<file...>`: one table for errors and shell completion. */
export interface Kind {
  /** As told where it is missing. */
  called: string;
  /** Ends of the names of such files, without the dot; none: a folder. */
  ends: string[];
}

const KINDS: Record<string, Kind> = {
  file: { called: 'a scenario file', ends: ['yaml', 'yml', 'xlsx'] },
  'result.json': { called: 'a saved result (result.json)', ends: ['json'] },
  shard: { called: 'a shard (shard-1-of-7.ndjson)', ends: ['ndjson'] },
  dir: { called: 'a folder', ends: [] },
  readme: { called: 'a README', ends: ['md'] },
};

/** undefined: what it stands for is no file. */
export function kindOf(placeholder: string): Kind | undefined {
  return Object.hasOwn(KINDS, placeholder) ? KINDS[placeholder] : undefined;
}

/** The word of an option: `dir` of `--out <dir>`; empty where it takes no value. */
export function placeholderOf(flags: string): string {
  return /[<[]([^>\].]+(?:\.\w+)*)(?:\.\.\.)?[>\]]/.exec(flags)?.[1] ?? '';
}
