/** Why a file could not be read, in words that follow its name. */
export class Unreadable extends Error {
  /** There is no such file. */
  readonly missing: boolean;

  constructor(why: string, missing = false) {
    super(why);
    this.missing = missing;
  }
}

export interface FileRead {
  bytes: Uint8Array;
  /** What proves which file it was. */
  sha256: string;
}

/** The one door to the files of a scenario: those of a disk, or those that a page was given. */
export interface Files {
  /** The whole name of a file, from the name it is called by in another file, or by whoever uses the program. */
  find(name: string, namedIn?: string): string;
  /** How a reader is shown a file: its way from the folder of another file, or from where the program works. With `/`. */
  shown(file: string, beside?: string): string;
  /** Of at most `largest` bytes. Throws Unreadable. */
  read(file: string, largest: number): FileRead;
}

export function tooLarge(bytes: number, largest: number): Unreadable {
  return new Unreadable(`is too large: ${megabytes(bytes)}, at most ${megabytes(largest)}`);
}

function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 1e5) / 10).toLocaleString('en-GB')} MB`;
}
