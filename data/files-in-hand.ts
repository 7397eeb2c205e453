import { type FileRead, type Files, tooLarge, Unreadable } from './files.ts';

/** Files that a program already holds, by their names: ways with `/` from one folder, as a page is given them. */
export function filesInHand(held: Map<string, FileRead>): Files {
  const files = new Map([...held].map(([name, file]) => [wayOf(steps(name)), file]));
  return {
    find: (name, namedIn) => wayOf(steps(name, namedIn === undefined || name.startsWith('/') ? [] : folderOf(namedIn))),
    shown: (file, beside) => wayOf(wayFrom(beside === undefined ? [] : folderOf(beside), steps(file))),
    read(file, largest) {
      const found = files.get(file);
      if (found === undefined) throw new Unreadable('is not among the files given', true);
      if (found.bytes.length > largest) throw tooLarge(found.bytes.length, largest);
      return found;
    },
  };
}

const wayOf = (way: string[]): string => way.join('/');
const folderOf = (file: string): string[] => steps(file).slice(0, -1);

/** A plan made on Windows may write `\`. Above the folder there is nothing, so `..` stays. */
function steps(name: string, folder: string[] = []): string[] {
  const way = [...folder];
  for (const step of name.split(/[\\/]/)) {
    if (step === '' || step === '.') continue;
    if (step === '..' && way.length > 0 && way.at(-1) !== '..') way.pop();
    else way.push(step);
  }
  return way;
}

function wayFrom(folder: string[], file: string[]): string[] {
  let shared = 0;
  while (shared < folder.length && folder[shared] === file[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...file.slice(shared)];
}
