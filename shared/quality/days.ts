// Days as numbers, to be counted with.

const dayMs = 86_400_000;

/** `YYYY-MM-DD` → days since 1970. */
export function toDays(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

export function fromDays(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** Weeks since 1970, from Monday to Sunday: the first of January 1970 was a Thursday. */
export const weekOf = (days: number): number => Math.floor((days + 3) / 7);
/** its Monday */
export const mondayOf = (week: number): number => week * 7 - 3;
