// What other programs put around a value, or in the place of a character, and what they put where they had none. It comes off
// once, before anything else is looked at: `&amp;lt;` was `&lt;`.

/** A text as its author had it. */
export function withoutWrappers(text: string): string {
  let rest = text;
  // no letter is below these
  if (rest.charCodeAt(0) <= 0x3d && /^\s*[=']/.test(rest)) rest = withoutTextMark(constantOf(rest));
  if (rest.includes('_x')) rest = rest.replace(escaped, (_, code) => charOf(Number(`0x${code}`)));
  if (rest.includes('&')) rest = rest.replace(entity, (whole, name) => characterOf(whole, name));
  return rest;
}

/** `="0123"`, so that a spreadsheet keeps the zero, is its constant; a quote in it is doubled. Any other formula stays. */
export function constantOf(cell: string): string {
  const [, inner = null] = /^\s*=\s*"([\s\S]*)"\s*$/.exec(cell.slice(0, longestConstant)) ?? [];
  if (inner === null || cell.length > longestConstant) return cell;
  // the whole cell was quoted once more: =""0123""
  if (/^"[^"]*"$/.test(inner)) return inner.slice(1, -1);
  const single = inner.replaceAll('""', '').includes('"');
  return single ? cell : inner.replaceAll('""', '"');
}

const longestConstant = 40_000;

/** The apostrophe that says "this is text", which a spreadsheet does not show; a quotation keeps both of its own. */
function withoutTextMark(text: string): string {
  if (!/^\s*'/.test(text)) return text;
  const rest = text.trimStart().slice(1);
  return /^[\s=+\-@\d]/.test(rest) || !rest.includes("'") ? rest : text;
}

/** A character as workbooks escape it: `_x000D_` */
const escaped = /_x(00[01][0-9a-f]|005f)_/gi;
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
};
const entity = new RegExp(`&(${Object.keys(named).join('|')}|#\\d{1,7}|#x[\\da-f]{1,6});`, 'gi');

function characterOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
  const code = Number(name.slice(1).replace(/^x/i, '0x'));
  return code <= 0x10ffff ? charOf(code) : whole;
}

const charOf = (code: number): string => String.fromCodePoint(code);

const errorName =
  /^#(?:#{2,}|ref!?|n\/a|name\?|value!?|div\/0!?|num!?|null!?|spill!?|calc!|field!|getting_data|blocked!|connect!|busy!|unknown!|error!)$/i;

/** A whole cell in which a spreadsheet had no value: `#REF!`, `#N/A`, `#####`. Expects normalised text. */
export function isSpreadsheetError(text: string): boolean {
  if (text.startsWith('#')) return errorName.test(text);
  return text.startsWith('Err:') && /^Err:5\d\d$/.test(text);
}

/** Characters were lost before it came here: some are U+FFFD, or all that is left of Thai is `????? ???`. */
export function isDamaged(text: string): boolean {
  return text.includes('\uFFFD') || (text.startsWith('??') && /^\?{3}[? \n]*$/.test(text));
}
