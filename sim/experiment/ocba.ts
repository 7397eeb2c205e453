/**
 * Shares of a fixed number of replications that make the choice of the smallest mean most likely right (OCBA: Chen, Lin, Yucesan &
 * Chick 2000, Discrete Event Dyn. Syst. 10: 251-270). For the best b and others i, j, with d = mean - mean of b:
 * N_i / N_j = (sd_i / d_i)^2 / (sd_j / d_j)^2  and  N_b = sd_b sqrt(sum of N_i^2 / sd_i^2). Shares sum to 1, in the order given.
 * Standard deviations are above 0, and no other mean equals the smallest.
 */
export function ocbaShares(means: number[], sds: number[]): number[] {
  const best = means.indexOf(Math.min(...means));
  const sd = (i: number) => sds[i] as number;
  const weights = means.map((mean, i) => (i === best ? 0 : (sd(i) / (mean - (means[best] as number))) ** 2));
  weights[best] = sd(best) * Math.sqrt(weights.reduce((sum, weight, i) => sum + (weight / sd(i)) ** 2, 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}
