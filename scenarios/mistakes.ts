import { printable } from './printable.ts';
import type { Path, Place } from './source/tree.ts';
import { pathText } from './source/tree.ts';

/** One thing wrong with a scenario, in words for its author. */
export interface Mistake {
  /** `file:line:column` */
  at: string;
  /** e.g. `services.home-support.commissioned`; empty where the whole file is meant, or an option of which it was made. */
  path: string;
  problem: string;
  /** What is written there; null where nothing is. */
  found: string | null;
  /** What may be written there. */
  allowed: string | null;
  /** A known name close to the one found. */
  nearest: string | null;
}

/** A mistake with its place still in parts, so that mistakes can be sorted. */
export interface Slip {
  place: Place;
  path: Path;
  problem: string;
  found?: string | null;
  allowed?: string | null;
  nearest?: string | null;
  /** The files cannot be read as meant: whatever else would be said is only its consequence. */
  fatal?: true;
}

const SHOWN = 50;
const LONGEST_FOUND = 80;

/** Thrown when a scenario cannot be used; `message` is the whole text to print. */
export class ScenarioMistakes extends Error {
  readonly mistakes: Mistake[];

  constructor(slips: Slip[], place: (at: Place) => string) {
    const mistakes = sorted(slips).map((slip) => mistake(slip, place));
    super(printed(mistakes, slips.every((slip) => slip.place.typed) ? 'what was typed' : 'the scenario'));
    this.name = 'ScenarioMistakes';
    this.mistakes = mistakes;
  }
}

/** By file (in the order first met), then sheet, line and column; the same mistake once. */
function sorted(slips: Slip[]): Slip[] {
  const files = [...new Set(slips.map((slip) => slip.place.file))];
  const order = (a: Slip, b: Slip) =>
    files.indexOf(a.place.file) - files.indexOf(b.place.file) ||
    (a.place.sheet?.order ?? 0) - (b.place.sheet?.order ?? 0) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column;
  const seen = new Set<string>();
  return [...slips].sort(order).filter((slip) => {
    const key = JSON.stringify([slip.place, slip.path, slip.problem]);
    return !seen.has(key) && seen.add(key);
  });
}

function mistake(slip: Slip, place: (at: Place) => string): Mistake {
  return {
    at: printable(place(slip.place)),
    path: slip.place.typed ? '' : printable(pathText(slip.path)),
    problem: printable(slip.problem),
    found: slip.found == null ? null : shortened(printable(slip.found)),
    allowed: slip.allowed == null ? null : printable(slip.allowed),
    nearest: slip.nearest == null ? null : printable(slip.nearest),
  };
}

function printed(mistakes: Mistake[], where: string): string {
  const count = mistakes.length === 1 ? 'There is 1 mistake' : `There are ${mistakes.length} mistakes`;
  const more = mistakes.length > SHOWN ? [`… and ${mistakes.length - SHOWN} more.`] : [];
  return [`${count} in ${where}. Nothing was run.`, ...mistakes.slice(0, SHOWN).map(block), ...more].join('\n\n');
}

function block(one: Mistake): string {
  const lines = [one.at + (one.path ? `  ${one.path}` : ''), `  ${one.problem}`];
  if (one.found !== null) lines.push(`  found:   ${one.found}`);
  if (one.allowed !== null) lines.push(`  allowed: ${one.allowed}`);
  if (one.nearest !== null) lines.push(`  did you mean \`${one.nearest}\`?`);
  return lines.join('\n');
}

function shortened(text: string): string {
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}
