// The focus never falls to the page as a whole: whoever works by keyboard, or hears the page, goes on where something came of what they did.

/** what holds the focus now, and what it stands in, from inside out */
let held: readonly Element[] = [];
/** what was said before it came there */
let saidBefore: ReadonlySet<Element> = new Set();

/** One way for all pages, for as long as the app runs. */
export function leadFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || target === document.body) return;
    held = outwards(target);
    saidBefore = new Set(document.querySelectorAll(outcomes));
  });
  // left by hand, for something that takes no focus: that is nobody's loss
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null) return;
    queueMicrotask(() => {
      if (held[0] === target && !isGone(held[0])) held = [];
    });
  });
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement) afterDrawing(() => leadToFault(target));
  });
  let isLooking = false;
  new MutationObserver(() => {
    if (isLooking || !isGone(held[0])) return;
    isLooking = true;
    afterDrawing(() => {
      isLooking = false;
      leadOn();
    });
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
}

function outwards(from: Element): Element[] {
  const around: Element[] = [];
  for (let at: Element | null = from; at; at = at.parentElement) around.push(at);
  return around;
}

/** what acts bring: messages, and what carries the mark */
const outcomes = '.msg.ok, .msg[role], .summary, [data-outcome]';

const isGone = (one: Element | undefined): boolean =>
  one !== undefined && (!one.isConnected || one.matches(':disabled'));

/** What pages do themselves after drawing comes first. */
function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(then)));
}

/** A form that is refused as it stands: to the first field that says what is wrong, unless a list of all of them has the focus. */
function leadToFault(form: HTMLFormElement): void {
  if (!form.isConnected || document.activeElement?.closest('.summary')) return;
  const field = form.querySelector('.field.bad, [aria-invalid="true"]');
  const control = field?.matches('.field') ? field.querySelector(controls) : field;
  const target = control ?? field;
  if (target instanceof HTMLElement) target.focus();
}

const controls = '[aria-invalid="true"], input, textarea, select';

/** To the message that came, else to the heading of what the lost one stood in. */
function leadOn(): void {
  const { activeElement } = document;
  if (!isGone(held[0]) || (activeElement && activeElement !== document.body)) return;
  const around = held.find((one) => !isGone(one) && one.closest('main, dialog, header'));
  const within = around ?? document.querySelector('main');
  const all = within?.closest('main, dialog')?.querySelectorAll(outcomes) ?? [];
  const said = [...all].find((one) => !saidBefore.has(one));
  const heading = within?.querySelector('h1, h2, h3');
  if (said) focusOn(said);
  else focusOn(heading ?? within, { preventScroll: true });
}

/** Also on what is no control: a message or a heading takes it until it goes on. */
export function focusOn(element: Element | null | undefined, options?: FocusOptions): void {
  if (!(element instanceof HTMLElement)) return;
  if (!element.matches('a[href], button, input, select, textarea, [tabindex]')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus(options);
}
