/** Inverse of the distribution function: a uniform in (0, 1) becomes days. One uniform is one draw. */
export type Quantile = (u: number) => number;
