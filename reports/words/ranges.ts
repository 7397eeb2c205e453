import type { ScenarioValue } from '../../sim/result.ts';

/** A value with a stated range, its ends and its width as shares of the value itself. */
export interface Ranged {
  value: ScenarioValue;
  low: number;
  high: number;
  width: number;
}

/** Values with a stated range, the widest against its own value first. Only where value and range are numbers in one unit is there a width. */
export function byWidth(values: ScenarioValue[]): Ranged[] {
  return values
    .flatMap((value) => {
      const [low, high] = [value.range?.low, value.range?.high].map(leading);
      const now = [value.value, value.written].map(leading).find((it) => it?.unit === low?.unit);
      if (!low || !high || !now || now.number === 0 || low.unit !== high.unit) return [];
      const size = Math.abs(now.number);
      return [
        {
          value,
          low: (low.number - now.number) / size,
          high: (high.number - now.number) / size,
          width: (high.number - low.number) / size,
        },
      ];
    })
    .sort((a, b) => b.width - a.width);
}

/** `1,850 h/week` → 1850 and `h/week`; null where no number leads. */
function leading(text: string | undefined): { number: number; unit: string } | null {
  const found = /^(£?)\s*(-?[\d,]*\.?\d+)\s*(.*)$/.exec(text?.trim() ?? '');
  return found
    ? { number: Number((found[2] ?? '').split(',').join('')), unit: `${found[1]}${(found[3] ?? '').replace(/s$/, '')}` }
    : null;
}
