import type { Result } from '../../sim/result.ts';

/** Failed self-checks first, then the warnings of the run. */
export function warningTexts({ warnings, checks }: Result): string[] {
  const failed = checks
    .filter((c) => !c.passed)
    .map((c) => `Self-check failed: ${c.what}. Do not use these figures before it is explained.`);
  return [...failed, ...warnings.map((w) => w.text)];
}
