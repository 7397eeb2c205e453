/** Where people discharged from hospital are on day 91. */
export const Whereabouts = { home: 0, hospital: 1, care: 2, died: 3 } as const;
export type Whereabouts = (typeof Whereabouts)[keyof typeof Whereabouts];
