const WIDTH = 80;

/** Words in lines of at most 80 columns; control characters, which a terminal would obey, are left out. */
export function wrap(text: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of printable(text).split(/\s+/).flatMap(pieces)) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = '';
    }
    current = current === '' ? word : `${current} ${word}`;
  }
  return current === '' ? lines : [...lines, current];
}

export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');

function pieces(word: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < word.length; at += WIDTH) parts.push(word.slice(at, at + WIDTH));
  return parts;
}
