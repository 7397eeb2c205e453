import type { Result } from '../../sim/result.ts';
import { dayText } from '../words/dates.ts';
import { changeDays } from '../words/plan.ts';
import type { Attributes } from './figure.ts';
import { axisTitle, GREY } from './look.ts';

/** More changes than this are not drawn: the plan lists them all. */
const MOST = 8;

interface Marks {
  layout: (title: string, more?: { shapes: Attributes[]; annotations: Attributes[] }) => Attributes;
  notes: string[];
}

/** The days on which the plan changes: dotted lines with their dates above the plot, told what they are under the chart. */
export function changeMarks(result: Result): Marks {
  const days = changeDays(result);
  const drawn = days.length > 0 && days.length <= MOST;
  const shapes = !drawn
    ? []
    : days.map(({ iso }) => ({
        type: 'line',
        x0: iso,
        x1: iso,
        y0: 0,
        y1: 1,
        yref: 'paper',
        line: { color: GREY, width: 1, dash: 'dot' },
      }));
  const dates = !drawn
    ? []
    : spaced(
        result,
        days.map((d) => d.iso),
      ).map((iso) => ({
        text: dayText(iso, false).replace(/([A-Z][a-z]{2})[a-z]*/, '$1'),
        x: iso,
        y: 1,
        yref: 'paper',
        xanchor: 'left',
        yanchor: 'bottom',
        xshift: -4,
        showarrow: false,
        font: { color: GREY, size: 12 },
      }));
  return {
    layout: (title, more = { shapes: [], annotations: [] }) => ({
      shapes: [...shapes, ...more.shapes],
      annotations: [{ ...axisTitle(title), ...(drawn ? { yshift: 22 } : {}) }, ...dates, ...more.annotations],
      ...(drawn ? { margin: { l: 8, r: 12, t: 46, b: 8 } } : {}),
    }),
    notes: !drawn
      ? []
      : [
          `Dotted lines are changes of the plan: ${days.map(({ iso, label }) => dayText(iso) + (label ? ` (${label})` : '')).join(', ')}.`,
        ],
  };
}

/** Dates nearer to the one before than an eighth of the period keep their line but not their label. */
function spaced({ scenario }: Result, days: string[]): string[] {
  let last = -Infinity;
  return days.filter((iso) => {
    const day = Date.parse(iso) / 86_400_000;
    if (day - last < scenario.days / 8) return false;
    last = day;
    return true;
  });
}
