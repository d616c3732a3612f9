/** Baht in millions with one decimal: `12.5`. */
export const millions = (baht: number): string =>
  (baht / 1_000_000).toLocaleString('en-US', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
