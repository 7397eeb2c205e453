import type { YAMLError } from 'yaml';
import type { Slip } from '../mistakes.ts';

type Words = Pick<Slip, 'problem' | 'found' | 'allowed'>;

/** What is wrong with the text as YAML, for people who do not know YAML. */
export function inWords(error: YAMLError, text: string): Words {
  const [from, to] = error.pos;
  const line = text.slice(from).split(/\r?\n/, 1)[0]?.trim() ?? '';
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s/.test(line)
        ? colonInText(line)
        : { problem: 'This key has a value, so lines further in cannot follow it. Is the indentation as meant?', found: line };
    case 'BLOCK_IN_FLOW':
      return colonInside(text.slice(from, to).trim());
    case 'BAD_SCALAR_START':
      return { problem: `A text that starts with \`${line[0]}\` needs quotes.`, found: line, allowed: quoted(line) };
    case 'MULTIPLE_DOCS':
      return {
        problem: 'The file holds several documents (a line `---`): one scenario a file; build on another with `extends`.',
      };
    case 'TAB_AS_INDENT':
      return { problem: 'A tab is used for indentation: use spaces.' };
    case 'BAD_INDENT':
      return { problem: 'The indentation does not fit the lines around it: keys of one map start in the same column.' };
    case 'MISSING_CHAR':
      return {
        problem: `Something is missing here (${error.message.toLowerCase()}): is a bracket, a quote, a comma or a colon left out?`,
      };
    case 'BAD_ALIAS':
      return { problem: 'Aliases are not used here: write the value out, or share it with `extends`.' };
    default:
      return { problem: `This line cannot be read as YAML: ${error.message.split('\n')[0]}` };
  }
}

function colonInText(line: string): Words {
  return {
    problem: 'A text with a colon in it needs quotes: a colon and a space end a key.',
    found: line,
    allowed: quoted(line),
  };
}

function colonInside(written: string): Words {
  if (/^[^\n]*:\s[^\n]*$/.test(written)) return colonInText(written);
  return {
    problem: 'Inside { } and [ ] there are only values and `key: value`, with commas between. Is a bracket or a comma missing?',
  };
}

function quoted(text: string): string {
  return `\`"${text.replaceAll('"', "'")}"\``;
}
