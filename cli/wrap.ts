/** Columns to write for: the terminal's, at most 80. */
export function columns(): number {
  return Math.min(process.stdout.columns || 80, 80);
}

/** Breaks a line at spaces; a longer word stays whole. It keeps its own leading spaces; further lines start with `indent`. */
export function wrap(text: string, indent = '', width = columns()): string {
  const [first = '', ...words] = text.trimEnd().split(/(?<=\S)\s+/);
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(indent + word);
  }
  return lines.join('\n');
}
