/** Scenario text is hostile input: every way it enters the page goes through one of these. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For HTML text and quoted attributes. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

/** As a string of a style sheet: whatever is no letter, figure or space goes by its number. */
export const cssString = (text: string): string =>
  `'${text.replace(/[^\p{L}\p{N} ]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}'`;

/** plotly reads a little HTML in every text it draws: so every string goes to it with its brackets as entities. */
export function escapeForPlotly(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);
  if (Array.isArray(value)) return value.map(escapeForPlotly);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, KEPT.has(key) ? part : escapeForPlotly(part)]));
}

/** Ours alone, never made from scenario text: `<extra></extra>` must stay as it is. */
const KEPT = new Set(['hovertemplate']);

/** Text that is HTML already; everything else put into `html` is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | Part[];

/** A template whose values are escaped unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((s, i) => s + (i < parts.length ? render(parts[i] ?? '') : '')).join(''));
}

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join('');
  return escapeHtml(String(part));
}
