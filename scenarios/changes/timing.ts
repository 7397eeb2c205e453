import { type DayNumber, dateInWords } from '../../data/dates.ts';
import { type Calendar, dayAt, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { type Branch, find, namesAt, type Path, placeOf, textAt } from '../source/tree.ts';
import { wholeDays } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { dayNames, daysNamed } from './named-days.ts';

/** When a change holds: days of the calendar, both included. */
export interface Stretch {
  from: DayNumber;
  to: DayNumber;
  /** How much of it holds: less than 1 in the steps of a ramp. */
  part: number;
}

export interface Timing {
  stretches: Stretch[];
  /** The day from which all of it holds; null for days of the calendar by name. */
  full: DayNumber | null;
}

/** The timing of every change, by name; those not understood, told once, are left out. */
export function timingsOf(tree: Branch, calendar: Calendar, slips: Slip[]): Map<string, Timing> {
  const timings = new Timings(tree, calendar, slips);
  const names = namesAt(tree, ['changes']);
  return new Map(
    names.flatMap((name): [string, Timing][] => {
      const timing = timings.of(name, []);
      return timing ? [[name, timing]] : [];
    }),
  );
}

class Timings {
  private readonly known = new Map<string, Timing | null>();
  private readonly tree: Branch;
  private readonly calendar: Calendar;
  private readonly slips: Slip[];

  constructor(tree: Branch, calendar: Calendar, slips: Slip[]) {
    this.tree = tree;
    this.calendar = calendar;
    this.slips = slips;
  }

  of(name: string, waiting: string[]): Timing | null {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const timing =
      textAt(this.tree, ['changes', name, 'during']) === undefined ? this.fromADay(name, waiting) : this.during(name);
    this.known.set(name, timing);
    return timing;
  }

  private during(name: string): Timing | null {
    const path = ['changes', name, 'during'];
    const days = textAt(this.tree, path) ?? '';
    const names = dayNames(this.tree);
    if (!names.includes(days))
      return this.told(path, 'No days of this name are known.', {
        found: days,
        allowed: names.join(', '),
        nearest: nearest(days, names),
      });
    const ranges = daysNamed(this.tree, days, this.calendar);
    if (ranges?.length === 0)
      return this.told(path, `No day of ${days} is in the period of the scenario.`, { found: days, allowed: this.period() });
    return ranges && { stretches: ranges.map((range) => ({ ...range, part: 1 })), full: null };
  }

  private fromADay(name: string, waiting: string[]): Timing | null {
    const from = find(this.tree, ['changes', name, 'after'])
      ? this.after(name, waiting)
      : this.inPeriod(['changes', name, 'from']);
    const to = find(this.tree, ['changes', name, 'to']) ? this.inPeriod(['changes', name, 'to']) : lastDay(this.calendar);
    if (from === null || to === null) return null;
    const path = ['changes', name, 'to'];
    if (to < from) return this.told(path, `This change ends (${dateInWords(to)}) before it starts (${dateInWords(from)}).`);
    const every = this.daysAt(['changes', name, 'ramp', 'every']);
    const over = this.daysAt(['changes', name, 'ramp', 'over']);
    if (every === null || over === null) return { stretches: [{ from, to, part: 1 }], full: from };
    if (over % every !== 0)
      return this.told(['changes', name, 'ramp', 'every'], 'The ramp does not end with a whole step.', {
        allowed: '`every` must go into `over` a whole number of times',
      });
    const steps = over / every;
    const stretches = Array.from({ length: steps }, (_, i) => ({
      from: from + i * every,
      to: i === steps - 1 ? to : Math.min(to, from + (i + 1) * every - 1),
      part: (i + 1) / steps,
    }));
    return { stretches: stretches.filter((stretch) => stretch.from <= stretch.to), full: from + over - every };
  }

  /** The day on which another change is wholly in force, and the wait. */
  private after(name: string, waiting: string[]): DayNumber | null {
    const path = ['changes', name, 'after'];
    const other = textAt(this.tree, path);
    if (other === undefined) return null;
    const names = namesAt(this.tree, ['changes']);
    const circle = [...waiting, name];
    if (!names.includes(other))
      return this.told(path, 'There is no change of this name.', {
        found: other,
        allowed: names.filter((one) => one !== name).join(', '),
        nearest: nearest(other, names),
      });
    if (circle.includes(other))
      return this.told(
        path,
        `Changes wait for one another in a circle: ${[...circle.slice(circle.indexOf(other)), other].join(' → ')}.`,
        { found: other },
      );
    const timing = this.of(other, circle);
    if (timing && timing.full === null)
      return this.told(path, `${other} comes and goes with the calendar: there is no one day after which it is in force.`, {
        found: other,
        allowed: 'a change with `from` or `after`',
      });
    if (timing?.full == null) return null;
    const day = timing.full + (this.daysAt(['changes', name, 'wait']) ?? 0);
    if (day <= lastDay(this.calendar)) return day;
    return this.told(path, `This change would start on ${dateInWords(day)}, after the period of the scenario.`, {
      found: other,
      allowed: this.period(),
    });
  }

  private inPeriod(path: Path): DayNumber | null {
    const day = dayAt(this.tree, path);
    if (day === null || (day >= this.calendar.start && day <= lastDay(this.calendar))) return day;
    return this.told(path, 'This date is outside the period of the scenario.', {
      found: dateInWords(day),
      allowed: this.period(),
    });
  }

  private daysAt(path: Path): number | null {
    const node = find(this.tree, path);
    const read = node?.type === 'value' ? readQuantity(node.value, wholeDays) : null;
    return read instanceof Quantity && read.amount > 0 ? read.amount : null;
  }

  private period(): string {
    return `${dateInWords(this.calendar.start)} to ${dateInWords(lastDay(this.calendar))}`;
  }

  private told(path: Path, problem: string, more: Partial<Slip> = {}): null {
    this.slips.push({ place: placeOf(this.tree, path), path, problem, ...more });
    return null;
  }
}
