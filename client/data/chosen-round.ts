// The round that is looked at, as this page and this device remember it.
import type { RememberedRound } from './pick-round.ts';
import { createWatched } from './watched.ts';

const pageKey = 'rabfang.round';
const personsKey = 'rabfang.rounds';

/** Of this page, also when it is loaded anew: what its address or its reader said last; null: nothing yet. */
export const roundOfPage = createWatched<string | null>(ofPage());

function ofPage(): string | null {
  try {
    return sessionStorage.getItem(pageKey);
  } catch {
    return null; // nothing may be kept here
  }
}

/** The address says it, or somebody has just chosen it; null: nobody has any more. */
export function lookAtRound(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(pageKey);
    else sessionStorage.setItem(pageKey, id);
  } catch {
    // it is known until the page is left
  }
  roundOfPage.set(id);
}

export function rememberedRound(username: string): RememberedRound | null {
  return ofPersons()[username] ?? null;
}

/** What was chosen is not forgotten for what was only looked at. */
export function rememberRound(username: string, round: RememberedRound): void {
  const before = ofPersons();
  const { id, chosen } = before[username] ?? { id: '', chosen: false };
  if ((chosen && !round.chosen) || (id === round.id && chosen === round.chosen)) return;
  try {
    localStorage.setItem(personsKey, JSON.stringify({ ...before, [username]: round }));
  } catch {
    // it is chosen again the next time
  }
}

function ofPersons(): Readonly<Record<string, RememberedRound>> {
  try {
    return JSON.parse(localStorage.getItem(personsKey) ?? '{}');
  } catch {
    return {};
  }
}
