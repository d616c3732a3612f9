// What the overview said at the last visit, as this device remembers it for each person and round.
const key = 'rabfang.said';
/** a page that is opened again within so long is the same visit */
const visitMs = 6 * 3_600_000;

interface Visit {
  /** ISO instant */
  readonly at: string;
  readonly keys: readonly string[];
}

interface Remembered {
  readonly last: Visit;
  /** the visit before the last */
  readonly before: Visit | null;
}

/** The visit before the one of `now`; null: there was none. */
export function visitBefore(remembered: Remembered | undefined, now: Date): Visit | null {
  if (remembered === undefined) return null;
  const { last, before } = remembered;
  return now.getTime() - Date.parse(last.at) > visitMs ? last : before;
}

/** What is remembered after this has been said. */
export function withSaid(
  remembered: Remembered | undefined,
  keys: readonly string[],
  now: Date,
): Remembered {
  return { last: { at: now.toISOString(), keys }, before: visitBefore(remembered, now) };
}

/** `whose`: the person and the round. */
export function lastVisit(whose: string, now: Date): Visit | null {
  return visitBefore(all()[whose], now);
}

/** Notes what is said in this visit. */
export function rememberSaid(whose: string, keys: readonly string[], now: Date): void {
  const kept = all();
  try {
    localStorage.setItem(
      key,
      JSON.stringify({ ...kept, [whose]: withSaid(kept[whose], keys, now) }),
    );
  } catch {
    // without a memory nothing is called new
  }
}

function all(): Readonly<Record<string, Remembered>> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}
