// Cells that a spreadsheet would run. They are text: kept as text, flagged on the way in, neutralised on the way out.

const quotes = '\'"`‘’“”';
/** `=`, `+`, `-`, `@` and their full-width twins, also behind quotes; a `-` or `+` before a space is a bullet */
const formula = new RegExp(`^[\\s${quotes}]*(?:[=@＝＠]|[-+＋－](?=[^\\s]))`);
const dash = /^[-+＋－–—\s]*$/;

export function isFormulaLike(text: string): boolean {
  return formula.test(text) && !dash.test(text);
}

/** Anything that could begin a formula, bullets included: on the way out nothing is risked. */
const risky = new RegExp(`^(?:[\\s${quotes}]*[-=+@＝＋－＠]|[\\t\\r])`);

/** nearly every text, told by its first letter */
const plainStart = /^[0-9A-Za-z\u0E00-\u0E7F]/;

/** Would a spreadsheet run this text, were it typed into a cell? Rather too often than once too seldom. */
export function couldRun(text: string): boolean {
  return !plainStart.test(text) && risky.test(text);
}

export interface CsvOptions {
  /** false: exactly as it is, for files that are read by machines alone */
  readonly neutralise?: boolean;
}

/** One cell, always quoted; a text that a spreadsheet could run gets `'` before it. Numbers and null stay what they are. */
export function csvCell(
  value: string | number | null | undefined,
  options: CsvOptions = {},
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = options.neutralise !== false && couldRun(value) ? `'${value}` : value;
  // not replaceAll: many quotes cost it more than their number
  return safe.includes('"') ? `"${safe.split('"').join('""')}"` : `"${safe}"`;
}

/** One line of a file, with its CRLF. */
export function csvLine(
  cells: readonly (string | number | null | undefined)[],
  options: CsvOptions = {},
): string {
  return `${cells.map((cell) => csvCell(cell, options)).join(',')}\r\n`;
}
