/** D2A_ATTACK=20 tries twenty times as many. */
const times = Number(process.env['D2A_ATTACK'] ?? 1);

/** How many inputs are tried in an ordinary `npm test`: whole valid scenarios; and of each kind of breakage. */
export const TRIED = { valid: 25, broken: 20 };

export const RUNS = { valid: TRIED.valid * times, broken: TRIED.broken * times };
