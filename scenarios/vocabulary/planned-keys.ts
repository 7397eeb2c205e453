/** What people will look for and this version cannot say yet, by the word they may write for it. */
export const PLANNED: Record<string, string> = {
  'follow-up': 'where people are 91 days after leaving',
};

/** The sentence for a planned key; null for any other. A plural or an underscore makes no difference. */
export function plannedKey(key: string): string | null {
  const word = key.toLowerCase().replaceAll('_', '-');
  const name = [word, `${word}s`, word.replace(/s$/, '')].find((one) => Object.hasOwn(PLANNED, one));
  return name === undefined ? null : `\`${key}\` is not in this version yet: ${PLANNED[name]}.`;
}
