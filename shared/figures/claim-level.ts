/**
 * How sure each figure is before it claims a difference. Seven of them stand on one page, and a page in which nothing differs is to
 * make a claim in at most 5 of 100 cases: so each has less than a seventh of that (Bonferroni). Tried by test/fuzz/claims.test.ts.
 */
export const claimAlpha = 0.005;
