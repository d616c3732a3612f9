// What was sent back, as this device heard of it last: mended also where there is no network. Each person's own, and gone with signing out.
import type { PageOfReturned } from '../../shared/api/responses.ts';

const keyOf = (owner: string): string => `rabfang.returned.${owner}`;

interface Kept {
  readonly survey: string;
  readonly page: PageOfReturned;
}

export function keepReturned(owner: string, survey: string, page: PageOfReturned): void {
  const kept: Kept = { survey, page };
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(kept));
  } catch {
    // without room for it the network is needed
    forgetReturned(owner);
  }
}

export function keptReturned(owner: string, survey: string): PageOfReturned | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(owner)) ?? 'null') as Kept | null;
    return kept?.survey === survey ? kept.page : undefined;
  } catch {
    return undefined;
  }
}

/** It was mended here. */
export function dropReturned(owner: string, survey: string, id: string): void {
  const page = keptReturned(owner, survey);
  if (!page) return;
  keepReturned(owner, survey, { ...page, items: page.items.filter((one) => one.id !== id) });
}

export function forgetReturned(owner: string): void {
  localStorage.removeItem(keyOf(owner));
}
