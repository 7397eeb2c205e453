import path from 'node:path';

/** A scenario as asked for on the command line. */
export interface Given {
  file: string;
  /** The file laid over it; null: it stands as it is. */
  over: string | null;
}

export const asItIs = (file: string): Given => ({ file, over: null });

/** Every scenario as it is, then with each of the files of `--with` over it. */
export function givenBy(files: string[], over: string[] = []): Given[] {
  return files.flatMap((file) => [null, ...over].map((one) => ({ file, over: one })));
}

/** As it is told to people. */
export function givenText({ file, over }: Given): string {
  return over === null ? file : `${file} with ${over}`;
}

/** The name of a file that its folder is called after. */
export function givenFile({ file, over }: Given): string {
  return over === null ? file : `${path.parse(file).name} with ${path.basename(over)}`;
}
