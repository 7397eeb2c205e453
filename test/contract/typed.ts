import { filesUnder, read, trackedFiles } from './tree.ts';

/** The commands that the READMEs tell people to type. */

export interface Typed {
  /** File and line. */
  where: string;
  text: string;
  /** A whole line of a block, or a piece of code in a sentence or a table. */
  block: boolean;
}

const READMES = (trackedFiles() ?? filesUnder()).filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md');

export function typedCommands(): Typed[] {
  return READMES.flatMap((file) => commandsOf(read(file)).map(({ line, ...typed }) => ({ where: `${file}:${line}`, ...typed })));
}

export function commandsOf(markdown: string): (Pick<Typed, 'text' | 'block'> & { line: number })[] {
  let shell = false;
  return markdown.split('\n').flatMap((text, i): ReturnType<typeof commandsOf> => {
    const fence = /^```(\w*)/.exec(text);
    if (fence) shell = ['sh', 'bash', 'shell', 'console'].includes(fence[1] ?? '');
    else if (shell || /^ {4}(npx|npm|d2a|node) /.test(text))
      return text.trim() === '' ? [] : [{ line: i + 1, text: text.trim(), block: true }];
    return [...text.matchAll(/`((?:npx )?d2a [^`]+|npm (?:run|start|test)\b[^`]*)`/g)].map(([, code = '']) => ({
      line: i + 1,
      text: code.replaceAll('\\|', '|'),
      block: false,
    }));
  });
}

/** What cmd, Windows PowerShell 5, PowerShell 7 or a Unix shell would not read as the others do. Inside double quotes most is safe. */
const UNREADABLE: { what: string; pattern: RegExp }[] = [
  { what: 'a line that goes on in the next', pattern: /[\\^`]$/ },
  { what: 'a single quote', pattern: /'/ },
  { what: 'a comment', pattern: /(^|\s)#/ },
  { what: 'names for the shell to make of braces', pattern: /[{}]/ },
  { what: 'two commands in one line', pattern: /&|;/ },
  { what: 'a variable', pattern: /\$|^\w+=/ },
  { what: 'a comma outside quotes, which PowerShell takes for two words', pattern: /,/ },
  { what: 'output into a file, which Windows PowerShell writes as UTF-16', pattern: />/ },
  { what: 'brackets outside quotes', pattern: /[()]/ },
  { what: 'an option of the shell', pattern: /^(export|set|source|eval|sudo)\b/ },
];

export function unreadable(command: string): string[] {
  const bare = command.replace(/"[^"$]*"/g, '""');
  return UNREADABLE.filter(({ pattern }) => pattern.test(bare)).map(({ what }) => what);
}

/** The words of a command, as all the shells split it. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''));
}
