import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Slip } from '../mistakes.ts';
import { type Branch, emptyBranch, type Path, type Place, type Tree } from './tree.ts';
import { wholeEntries } from './whole-entries.ts';
import { inWords } from './yaml-errors.ts';

const DEEPEST = 20;
const MOST_VALUES = 20_000;

/** One file's text as a tree; every mistake of the language itself is added to `slips`. */
export function parseYaml(text: string, file: string, slips: Slip[]): Branch {
  const start: Place = { file, line: 1, column: 1 };
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (!document || document.errors.some((error) => /call stack/i.test(error.message))) {
    slips.push({ place: start, path: [], problem: tooDeep, fatal: true });
    return emptyBranch(start);
  }
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const told = new Set<number>();
  for (const error of document.errors) {
    const place = at(error.pos[0]);
    if (!told.has(place.line)) slips.push({ place, path: [], ...inWords(error, text), fatal: true });
    told.add(place.line);
  }
  // What such a text seems to hold is not what was meant: nothing more is said of it.
  if (told.size > 0) return emptyBranch(start);
  return new Converter(at, slips, text).root(document.contents, start);
}

const tooMany = `More than ${MOST_VALUES.toLocaleString('en-GB')} values are written here: this does not look like a scenario.`;
const tooDeep = `Maps or lists are nested more than ${DEEPEST} deep; a scenario needs no more than 8.`;

/** null where brackets are nested so deep that the parser gives up. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | null {
  if (/[[{]{100}/.test(text.replace(/\s+/g, ''))) return null;
  try {
    return parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class Converter {
  private values = 0;

  constructor(
    private readonly at: (offset: number) => Place,
    private readonly slips: Slip[],
    private readonly text: string,
  ) {}

  root(contents: Node | null, start: Place): Branch {
    if (contents === null) {
      this.slips.push({
        place: start,
        path: [],
        problem: 'The file is empty: `d2a init` writes a scenario to start from.',
        fatal: true,
      });
      return emptyBranch(start);
    }
    const tree = this.convert(contents, [], start);
    if (tree.type === 'map') return tree;
    this.slips.push({
      place: tree.at,
      path: [],
      problem: 'This is not a scenario: a scenario is lines of `key: value`, starting with `d2a: 1`.',
      fatal: true,
    });
    return emptyBranch(start);
  }

  private convert(node: Node | null, path: Path, around: Place): Tree {
    const place = node?.range ? this.at(node.range[0]) : around;
    this.values++;
    if (this.values > MOST_VALUES) {
      if (this.values === MOST_VALUES + 1) this.slips.push({ place, path: [], problem: tooMany, fatal: true });
      return emptyBranch(place);
    }
    if (path.length > DEEPEST) {
      this.slips.push({ place, path: [], problem: tooDeep, fatal: true });
      return emptyBranch(place);
    }
    if (node) this.refuse(node, path, place);
    if (isMap(node)) return this.map(node, path, place);
    if (isSeq(node)) {
      const items = node.items.map((item, i) => this.convert(item as Node | null, [...path, i], place));
      return { type: 'list', items, at: place, note: null };
    }
    if (isScalar(node)) return value(node.value, node.source, place);
    return value(null, '', place);
  }

  private map(node: YAMLMap, path: Path, place: Place): Branch {
    const branch = emptyBranch(place);
    for (const { pair, rest } of wholeEntries(node)) {
      this.entry(branch, pair, path);
      const last = rest.at(-1);
      if (last) this.cutByComma(branch, pair, last, path);
    }
    return branch;
  }

  /** Taken as it was meant, so that this is told once and nothing else of it. */
  private cutByComma(branch: Branch, { key, value: cut }: Pair<Node, Node | null>, last: Node, path: Path): void {
    const entry = isScalar(key) ? branch.entries.get(key.source ?? String(key.value)) : undefined;
    if (!entry || !isScalar(key) || !cut?.range || !last.range) return;
    const meant = this.text.slice(cut.range[0], last.range[1]);
    const after = isScalar(last) ? (last.source ?? '') : '';
    const colon = /^\d/.test(after) ? '' : ` Or is a colon missing in \`${after}\`?`;
    const problem = `Inside { } a comma ends a value: put a value with a comma in quotes.${colon}`;
    this.slips.push({
      place: entry.node.at,
      path: [...path, key.source ?? String(key.value)],
      problem,
      found: meant,
      allowed: `\`"${meant.replaceAll('"', "'")}"\``,
    });
    entry.node = value(meant, meant, entry.node.at);
  }

  private entry(branch: Branch, pair: Pair<Node, Node | null>, path: Path): void {
    const keyAt = pair.key?.range ? this.at(pair.key.range[0]) : branch.at;
    if (!isScalar(pair.key)) {
      this.say(keyAt, path, 'A key must be plain text; here it is a map, a list or missing. Is a bracket or a quote missing?');
      return;
    }
    this.refuse(pair.key, path, keyAt);
    const key = pair.key.source ?? String(pair.key.value);
    if (key === '<<') {
      this.say(keyAt, path, 'Merge keys (`<<`) are not used here: write `extends: other-file.yaml` to build on another file.');
      return;
    }
    if (key in Object.prototype) {
      this.say(keyAt, [...path, key], `\`${key}\` cannot be used as a key or a name here: choose another word.`);
      return;
    }
    if (branch.entries.has(key))
      this.say(keyAt, [...path, key], 'This key is written twice in the same map: keep one of the two.');
    branch.entries.set(key, { keyAt, node: this.convert(pair.value, [...path, key], keyAt) });
  }

  private refuse(node: Node, path: Path, place: Place): void {
    if (isAlias(node)) {
      this.say(
        place,
        path,
        `Aliases (\`*${node.source}\`) are not used here: write the value out, or share it with \`extends\`.`,
      );
    } else if ('anchor' in node && node.anchor) {
      this.say(
        place,
        path,
        `Anchors (\`&${node.anchor}\`) are not used here: write the value out where it is needed, or share it with \`extends\`.`,
      );
    }
    if (node.tag)
      this.say(
        place,
        path,
        `Tags (\`${node.tag.replace('tag:yaml.org,2002:', '!!')}\`) are not used here: leave the \`!\` word out, or put the text in quotes.`,
      );
  }

  private say(place: Place, path: Path, problem: string): void {
    this.slips.push({ place, path, problem });
  }
}

function value(content: unknown, source: string | undefined, at: Place): Tree {
  const known = typeof content === 'string' || typeof content === 'number' || typeof content === 'boolean' ? content : null;
  return { type: 'value', value: known, written: source ?? (known === null ? '' : String(known)), at, note: null };
}
