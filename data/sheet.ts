/** An Excel workbook as plain data, to be written. */
export interface Sheet {
  /** At most 31 characters, none of `[ ] / \ : * ?`. */
  name: string;
  rows: Cell[][];
  /** Rows and columns that stay in sight while the rest scrolls. */
  frozen?: { rows: number; columns: number };
  /** In characters, from the first column on. */
  widths?: number[];
  /** On A4 across, as wide as a page and as many pages long as it needs. */
  fitted?: boolean;
  choices?: Choice[];
}

/** Cells (`B2:B200`) with a list to choose from: the cells it stands in (`Lists!$A$2:$A$9`). */
export interface Choice {
  cells: string;
  from: string;
  /** Excel refuses anything else; otherwise it asks. */
  only: boolean;
}

export type Plain = string | number | boolean | null;

/** A value, or a value with its looks. A text in the format of a date that is an ISO date becomes a date of Excel. */
export type Cell = Plain | { value: Plain; format?: string; heading?: true; wrap?: true; fill?: string };
