// Under these bases less is said.

/** no shares at all */
export const leastBase = 5;
/** no words of ranking, no decimals */
export const rankingBase = 30;
