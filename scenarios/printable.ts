/** One line without control characters, so that a scenario's text cannot reach into the terminal it is printed on. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{C}+/gu, '·');
}
