/** The limits of the rules; a definition may ask for less, not for more. */
export const limits = {
  issues: { min: 1, max: 20 },
  title: 500,
  detail: 10_000,
  text: 300,
  affected: 70_000_000,
} as const;
