const WIDTH = 80;

/** Words in lines of at most so many columns; control characters, which a terminal would obey, are left out. */
export function wrap(text: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of printable(text)
    .split(/\s+/)
    .flatMap((part) => pieces(part, width))) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = '';
    }
    current = current === '' ? word : `${current} ${word}`;
  }
  return current === '' ? lines : [...lines, current];
}

export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < word.length; at += width) parts.push(word.slice(at, at + width));
  return parts;
}
