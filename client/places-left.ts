// Going back leads to the place on the page that was left: how far it was scrolled, and the link that was pressed there.

/** Where somebody was on a page. */
export interface PlaceLeft {
  /** how far the page was scrolled */
  readonly y: number;
  /** the link that led away, and how far from the window's top it stood */
  readonly link: { readonly href: string; readonly nth: number; readonly top: number } | null;
}

const key = 'rabfang.places';
const most = 50;
const left = new Map<string, PlaceLeft>(remembered());
let entry = '';
let pressed: HTMLAnchorElement | null = null;
let returning: PlaceLeft | null = null;

// a page that is loaded anew, or left for a file and come back to, is a place as well
addEventListener('pagehide', () => {
  leavePlace();
  try {
    sessionStorage.setItem(key, JSON.stringify([...left].slice(-most)));
  } catch {
    // without storage a reload begins at the top
  }
});
addEventListener(
  'click',
  ({ target }) => {
    pressed = target instanceof Element ? target.closest('a') : null;
  },
  true,
);

function remembered(): [string, PlaceLeft][] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

/** The entry of the history that we are at; `again`: it was there before, so its place is returned to. */
export function enterPlace(name: string, again: boolean): void {
  entry = name;
  pressed = null;
  returning = again ? (left.get(name) ?? null) : null;
}

/** Notes where we are on this page. */
export function leavePlace(): void {
  left.delete(entry); // the newest stand last
  left.set(entry, { y: scrollY, link: linkLeft() });
}

/** Another page stands in the same entry now. */
export function forgetPlace(): void {
  left.delete(entry);
  returning = null;
}

function linkLeft(): PlaceLeft['link'] {
  if (!pressed?.isConnected) return null;
  const href = pressed.getAttribute('href') ?? '';
  return { href, nth: linksTo(href).indexOf(pressed), top: pressed.getBoundingClientRect().top };
}

function linksTo(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll('a')].filter((one) => one.getAttribute('href') === href);
}

/** The place to return to on the page that is shown now, once. */
export function takeReturn(): PlaceLeft | null {
  const place = returning;
  returning = null;
  return place;
}

const patienceMs = 5000;
const restMs = 400;

/** Scrolls to the place as soon as the page is long enough, and stays there while it still fills; whoever moves themselves goes first. */
export function returnTo({ y, link }: PlaceLeft): () => void {
  let reachedAt: number | null = null;
  let frame = 0;
  const begun = performance.now();
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const name of moves) removeEventListener(name, stop);
  };
  const look = () => {
    const now = performance.now();
    const target = link && linksTo(link.href)[link.nth];
    const wanted = target && link ? target.getBoundingClientRect().top + scrollY - link.top : y;
    const isFilled = !document.querySelector('main [aria-busy="true"]');
    const isReached = document.documentElement.scrollHeight - innerHeight >= wanted - 1;
    if (isReached || isFilled || now - begun > patienceMs)
      scrollTo({ top: wanted, behavior: 'instant' });
    if ((isReached && isFilled) || now - begun > patienceMs) {
      if (reachedAt === null) focusOn(target ?? null);
      reachedAt ??= now;
    }
    if (reachedAt !== null && now - reachedAt > restMs) stop();
    else frame = requestAnimationFrame(look);
  };
  for (const name of moves) addEventListener(name, stop, { once: true, passive: true });
  look();
  return stop;
}

const moves = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

function focusOn(target: HTMLElement | null): void {
  const element = target ?? document.getElementById('main');
  element?.focus({ preventScroll: true });
}

/** To the first line of a list (`#list`) as soon as it is there. */
export function beginAtList(): () => void {
  let frame = 0;
  const begun = performance.now();
  const look = () => {
    const list = document.getElementById('list');
    if (list) {
      list.scrollIntoView({ behavior: 'instant' });
      list.focus({ preventScroll: true });
    } else if (performance.now() - begun < patienceMs) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
