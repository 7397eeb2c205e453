/** Looked at every midnight: opens once the level has been above the line for some midnights in a row, and its lead time is over. */
export interface Trigger {
  name: string;
  label: string;
  when: {
    measure: TriggerMeasure;
    /** The service or hospital; null: all hospitals together. */
    of: string | null;
    above: number;
    nights: number;
  };
  /** Days from the decision to the opening. */
  leadTime: number;
  /** Beds, or hours a week on top of those commissioned (flex comes on top of them too). */
  opens: { place: 'hospital' | 'service'; name: string; units: number }[];
  /** Closes, as places empty, once the level has been below the line for that long; null: it stays open. It may open again. */
  until: { below: number; nights: number } | null;
}

/** Levels as they are at an instant, in people, but for the occupancy: the share used of what may be used. */
export type TriggerMeasure =
  | 'waiting'
  | 'in-service'
  | 'service-occupancy'
  | 'no-criteria-to-reside'
  | 'acute-occupied'
  | 'acute-waiting';
