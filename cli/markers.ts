/** The text with what stands between `<!-- WHAT -->` and `<!-- /WHAT -->` replaced; null where it has no such place. */
export function betweenMarkers(text: string, what: string, inside: string): string | null {
  const [from, to] = [`<!-- ${what} -->`, `<!-- /${what} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) return null;
  return `${text.slice(0, start + from.length)}\n${inside}\n${text.slice(end)}`;
}
