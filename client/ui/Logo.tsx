const left =
  'M1.6 25.2a8 8 0 1 0 8-8c-.7 0-1.3.1-1.9.2C8.9 13.2 11.2 10.4 15 7.6l-1.9-3.2C6.2 7.9 1.6 15.6 1.6 25.2Z';
const right =
  'M21.2 25.2a8 8 0 1 0 8-8c-.7 0-1.3.1-1.9.2C28.5 13.2 30.8 10.4 34.6 7.6l-1.9-3.2C25.8 7.9 21.2 15.6 21.2 25.2Z';

/** The mark: an opening quotation mark in two colours, agencies and citizens. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 40 40" aria-hidden="true">
      <path class="logo-agency" d={left} />
      <path class="logo-citizen" d={right} />
    </svg>
  );
}

/** Opens a respondent's own words. */
export function QuoteMark() {
  return (
    <svg class="q" viewBox="0 3 40 32" aria-hidden="true">
      <path d={left} />
      <path d={right} />
    </svg>
  );
}
