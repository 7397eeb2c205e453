/** Numbers inside the texts of a scenario: `1,850 h/week`, `+10%`, `£30`. */

const NUMBER = /^(?<before>[+-]?£?)(?<digits>\d[\d,]*(?:\.\d+)?)(?<after>.*)$/;
const WHOLE = /\b(bed|beds|places|people)\s*$/;

/** The number a text begins with; null where it begins with none. */
export function amountIn(text: string): number | null {
  const found = NUMBER.exec(text.trim())?.groups;
  return found ? Number(`${found['before']?.replace('£', '') ?? ''}${found['digits']?.replaceAll(',', '')}`) : null;
}

/** The same text with another number; beds and people stay whole. */
export function withAmount(text: string, amount: number): string {
  const { before = '', after = '' } = NUMBER.exec(text.trim())?.groups ?? {};
  const tidy = WHOLE.test(text) ? Math.round(amount) : Number(amount.toPrecision(6));
  return `${before.startsWith('+') && tidy >= 0 ? '+' : ''}${before.includes('£') ? '£' : ''}${tidy}${after}`;
}

/** To the last digit: a sum is held to a millionth. */
export const withExactly = (text: string, amount: number): string =>
  `${Number(amount.toPrecision(12))}${NUMBER.exec(text.trim())?.groups?.['after'] ?? ''}`;
