/** Who stands in a line, by links of their own: one may leave it from anywhere at no cost. */
export interface InLine<Person> {
  /** Lower goes first. */
  priority: number;
  ahead: Person | null;
  behind: Person | null;
}

/** People waiting, by priority, then first come first served. */
export class Line<Person extends InLine<Person>> {
  first: Person | null = null;
  private last: Person | null = null;

  /** By priority, behind those alike; or before somebody named. */
  join(person: Person, before: Person | null): void {
    let ahead = before === null ? this.last : before.ahead;
    while (before === null && ahead !== null && ahead.priority > person.priority) ahead = ahead.ahead;
    person.ahead = ahead;
    person.behind = ahead === null ? this.first : ahead.behind;
    if (person.ahead === null) this.first = person;
    else person.ahead.behind = person;
    if (person.behind === null) this.last = person;
    else person.behind.ahead = person;
  }

  quit(person: Person): void {
    if (person.ahead === null) this.first = person.behind;
    else person.ahead.behind = person.behind;
    if (person.behind === null) this.last = person.ahead;
    else person.behind.ahead = person.ahead;
  }
}
