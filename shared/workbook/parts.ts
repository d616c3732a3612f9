// The parts of a workbook (.xlsx: ECMA-376, SpreadsheetML) as text, sheet by sheet and piece by piece, so that no sheet is ever held
// whole. A text is never a formula here; one that would be, were it typed again, is marked as text for whoever changes it.
import { couldRun } from '../text/formula.ts';
import { type NumberFormat, numberFormats, type SheetCell } from './cells.ts';

export interface Sheet {
  /** at most 31 characters of it are kept */
  readonly name: string;
  /** what the numbers are about: lines of a name and a value, above them */
  readonly about: readonly (readonly string[])[];
  readonly head: readonly string[];
  readonly rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
}

export interface BookPart {
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

/** rows that a sheet of Excel has room for, and characters that a cell has */
const mostRows = 1_048_576;
const mostLetters = 32_767;
/** characters */
const pieceLength = 64 * 1024;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** The whole workbook. What does not fit on a sheet goes on on another one of its name and a number. */
export async function* bookParts(sheets: Iterable<Sheet>): AsyncGenerator<BookPart> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const rows = iteratorOf(sheet.rows);
    let first = await rows.next();
    let page = 1;
    do {
      names.push(freeName(page === 1 ? sheet.name : `${sheet.name} ${page}`, names));
      // the rows of the page are read while it is written; the next page begins with the first one that found no room
      let over: IteratorResult<readonly SheetCell[]> = first;
      const pieces = sheetXml(sheet, rows, first, (next) => {
        over = next;
      });
      yield { name: `xl/worksheets/sheet${names.length}.xml`, pieces };
      first = over;
      page++;
    } while (!first.done);
  }
  yield whole('xl/workbook.xml', workbookXml(names));
  yield whole('xl/_rels/workbook.xml.rels', workbookRelations(names.length));
  yield whole('xl/styles.xml', stylesXml());
  yield whole('_rels/.rels', rootRelations);
  yield whole('[Content_Types].xml', contentTypes(names.length));
}

type Rows = AsyncIterator<readonly SheetCell[]>;

function iteratorOf(rows: Sheet['rows']): Rows {
  const all = async function* () {
    yield* rows;
  };
  return all();
}

function whole(name: string, text: string): BookPart {
  const pieces = async function* () {
    yield text;
  };
  return { name, pieces: pieces() };
}

async function* sheetXml(
  { about, head }: Sheet,
  rows: Rows,
  first: IteratorResult<readonly SheetCell[]>,
  goOn: (next: IteratorResult<readonly SheetCell[]>) => void,
): AsyncGenerator<string> {
  let piece = `${xml}<worksheet xmlns="${main}">${paneOf(about.length)}${columnsXml(head, about.length > 0)}<sheetData>`;
  let no = 0;
  for (const line of about)
    piece += rowXml(
      ++no,
      line.map((text) => textXml(text, '')),
    );
  if (about.length > 0) no++;
  piece += rowXml(
    ++no,
    head.map((text) => textXml(text, headStyle)),
  );
  const headRow = no;
  let next = first;
  while (!next.done && no < mostRows) {
    piece += rowXml(++no, next.value.map(cellXml));
    if (piece.length >= pieceLength) {
      yield piece;
      piece = '';
    }
    next = await rows.next();
  }
  goOn(next);
  const filter =
    head.length === 0 ? '' : `<autoFilter ref="A${headRow}:${letterOf(head.length)}${no}"/>`;
  yield `${piece}</sheetData>${filter}</worksheet>`;
}

/** The head of a table that stands alone stays in sight. */
function paneOf(about: number): string {
  if (about > 0) return '';
  return '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
}

function columnsXml(head: readonly string[], isWideFirst: boolean): string {
  const width = (text: string, at: number) =>
    at === 0 && isWideFirst ? 28 : Math.min(40, Math.max(12, text.length + 3));
  const columns = head.map(
    (text, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width(text, at)}" customWidth="1"/>`,
  );
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** Cells that hold nothing are left out: so each says where it stands. */
function rowXml(no: number, cells: readonly string[]): string {
  let row = `<row r="${no}">`;
  for (const [at, cell] of cells.entries())
    if (cell !== '') row += `<c r="${letterOf(at + 1)}${no}"${cell}`;
  return `${row}</row>`;
}

/** the styles of `stylesXml`, by their index */
const headStyle = ' s="1"';
const guardedStyle = ' s="2"';
const firstFormat = 3;

function cellXml(cell: SheetCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textXml(cell, couldRun(cell) ? guardedStyle : '');
  if (typeof cell === 'number') return numberXml(cell, '');
  return numberXml(cell.value, ` s="${firstFormat + numberFormats.indexOf(cell.as)}"`);
}

const numberXml = (value: number, style: string): string =>
  Number.isFinite(value) ? `${style}><v>${value}</v></c>` : '';

function textXml(text: string, style: string): string {
  return `${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, mostLetters))}</t></is></c>`;
}

/** XML 1.0 has no way to write them */
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const special = /[&<>"\r]|_x(?=[0-9A-Fa-f]{4}_)/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  // what looks like a character by its number is text (ECMA-376, 22.9.2.19)
  _x: '_x005F_x',
};

/** A text as XML has it. */
function escaped(text: string): string {
  return text.replace(unwritable, '').replace(special, (sign) => entities[sign] ?? sign);
}

const letters: string[] = [];

/** 1 → A, 27 → AA */
function letterOf(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  let [name, rest] = ['', column];
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  letters[column] = name;
  return name;
}

/** Excel takes no name twice, none longer than 31 characters, and none with these signs. */
function freeName(wanted: string, taken: readonly string[]): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet';
  const isTaken = (name: string) => taken.some((one) => one.toLowerCase() === name.toLowerCase());
  if (!isTaken(plain)) return plain;
  let no = 2;
  while (isTaken(`${plain.slice(0, 27)} ${no}`)) no++;
  return `${plain.slice(0, 27)} ${no}`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(count: number): string {
  const one = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const sheets = numbered(count).map((no) => one(no, 'worksheet', `worksheets/sheet${no}.xml`));
  return `${xml}<Relationships xmlns="${packages}/relationships">${sheets.join('')}${one(count + 1, 'styles', 'styles.xml')}</Relationships>`;
}

const rootRelations = `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function contentTypes(count: number): string {
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const one = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${office}.${type}+xml"/>`;
  const sheets = numbered(count).map((no) => one(`worksheets/sheet${no}`, 'worksheet'));
  return `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${one('workbook', 'sheet.main')}${one('styles', 'styles')}${sheets.join('')}</Types>`;
}

const numbered = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** numbers below 164 are the formats that every program knows */
const formatIds: Readonly<Record<NumberFormat, number>> = {
  whole: 3,
  tenths: 164,
  percent: 9,
  percentTenths: 165,
  day: 166,
  instant: 167,
};

function stylesXml(): string {
  const plain = 'fontId="0" fillId="0" borderId="0" xfId="0"';
  const formats = numberFormats.map(
    (name) => `<xf numFmtId="${formatIds[name]}" ${plain} applyNumberFormat="1"/>`,
  );
  const styles = [
    `<xf numFmtId="0" ${plain}/>`,
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    `<xf numFmtId="49" ${plain} quotePrefix="1"/>`,
    ...formats,
  ];
  return `${xml}<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="167" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
}
