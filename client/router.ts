// Where we are, kept in the address behind `#`, so that every view can be linked and the back button works. The round that is looked
// at stands there too, as `survey`: it is taken out here and put in here, and no page has to know it or hand it on.
import { useMemo } from 'preact/hooks';
import { lookAtRound, roundOfPage } from './data/chosen-round.ts';
import { createWatched, useWatched } from './data/watched.ts';
import { enterPlace, forgetPlace, leavePlace } from './places-left.ts';
import { withoutRound, withRound } from './round-in-address.ts';

export interface PageAddress {
  /** such as `/responses` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** path and query as they stand in the address, without `#` */
  readonly address: string;
}

/** What an entry of the browser's history remembers. */
interface Entry {
  readonly entry: string;
  /** the address that led here; none for the first one */
  readonly from: string | null;
}

/** The address as it stands now, without `#` and without the round. */
export function here(): string {
  return withoutRound(location.hash.replace(/^#/, '') || '/').address;
}

const store = createWatched<string>(here());
takeRound();
let entries = 0;

/** What the address says of the round is what is looked at. */
function takeRound(): void {
  const { round } = withoutRound(location.hash);
  if (round !== null) lookAtRound(round);
}

/**
 * Puts the round into the address that is shown: copied, it leads to the same. Not into one that has not been heard yet: who goes
 * back twice at once is ahead of what is drawn, and the entry behind keeps the round it has.
 */
export function showRound(round: string): void {
  const said = withoutRound(location.hash).round;
  if (said !== null && said !== roundOfPage.get()) return;
  const full = `#${withRound(here(), round)}`;
  if (location.hash !== full) history.replaceState(history.state, '', full);
}

function entryNow(): Entry | null {
  return (history.state as Entry | null) ?? null; // only this file writes it
}

/** An entry without a name has just been made: it is where we are now, and `from` led to it. */
function nameEntry(from: string | null): Entry {
  entries += 1;
  const made = { entry: `${Date.now()}-${entries}`, from };
  history.replaceState(made, '');
  return made;
}

// we scroll ourselves: what comes from the server is not there yet when the browser would
history.scrollRestoration = 'manual';
const first = entryNow() ?? nameEntry(null);
enterPlace(first.entry, true);

/** The address has changed: by a link, by `navigate`, by the buttons of the browser. */
function arrive(): void {
  const address = here();
  takeRound();
  if (address === store.get()) {
    // another round of the same page is an entry of its own
    if (entryNow() === null) nameEntry(address);
    return;
  }
  leavePlace();
  const known = entryNow();
  enterPlace((known ?? nameEntry(store.get())).entry, known !== null);
  store.set(address);
}
addEventListener('hashchange', arrive);

/** `to` is an address such as `/responses?province=TH-50`. */
export function navigate(
  to: string,
  how: { readonly replace?: boolean; readonly round?: string } = {},
): void {
  if (how.replace) {
    history.replaceState(history.state, '', `#${to}`);
    takeRound();
    forgetPlace();
    store.set(here());
    return;
  }
  location.hash = how.round === undefined ? to : withRound(to, how.round);
  // at once: `hashchange` comes too late for who looks at the address in the same turn
  arrive();
}

/** The address that led here, when it was one of ours. */
export function cameFrom(): string | null {
  return entryNow()?.from ?? null;
}

/** For a link back to `to`: when that is where one came from, it is the browser's way back, to the place on the page. */
export function goBackTo(to: string, event: MouseEvent): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (!isPlain || cameFrom() !== to) return;
  event.preventDefault();
  history.back();
}

export function usePageAddress(): PageAddress {
  const address = useWatched(store);
  return useMemo(() => {
    const [path = '/', search = ''] = address.split('?', 2);
    return { path, query: new URLSearchParams(search), address };
  }, [address]);
}
