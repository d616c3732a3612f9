// Our own `responses.csv` sent back as a batch: told by its header, and read so that each line says again what it was written from.
// One line is one issue; the lines of one response have its id, and from the second issue on its number behind it (`<id>#2`).
import { headerKey } from './header-key.ts';
import type { MappingTarget } from './inspection.ts';
import { withoutOurQuote } from './reject-columns.ts';

const marks = ['response_id', 'receipt', 'issue', 'title'];

/** What its columns are where their names alone would say something else, or nothing. */
const targets: Readonly<Record<string, MappingTarget>> = {
  response_id: 'id',
  day: 'day',
  channel_text: 'channel',
  receipt: 'ignore',
  received_at: 'ignore',
  erased_at: 'ignore',
  status: 'ignore',
  channel: 'ignore',
  office: 'ignore',
  batch: 'ignore',
  row: 'ignore',
  line: 'ignore',
  issue: 'ignore',
  issue_id: 'ignore',
  photos: 'ignore',
  strategy_text: 'ignore',
};

export interface OwnExport {
  /** header → what it is; the other columns are recognised by their names */
  readonly mapping: Readonly<Record<string, MappingTarget>>;
  /** Takes back what the export put into the cells of a line. */
  readonly cellsOf: (cells: readonly string[]) => readonly string[];
}

/** null: another file. */
export function ownExport(headers: readonly string[]): OwnExport | null {
  const keys = headers.map(headerKey);
  const at = (name: string) => keys.indexOf(headerKey(name));
  if (marks.some((mark) => at(mark) < 0)) return null;
  const known = Object.entries(targets).filter(([name]) => at(name) >= 0);
  const mapping = Object.fromEntries(known.map(([name, as]) => [headers[at(name)] ?? '', as]));
  const [id, issue, strategy, text] = [
    at('response_id'),
    at('issue'),
    at('strategy'),
    at('strategy_text'),
  ];
  const cellsOf = (cells: readonly string[]) => {
    const plain = cells.map(withoutOurQuote);
    const cell = (index: number) => plain[index]?.trim() ?? '';
    if (strategy >= 0 && cell(strategy) === '' && cell(text) !== '') plain[strategy] = cell(text);
    const no = Number(cell(issue));
    if (no > 1 && cell(id) !== '') plain[id] = `${cell(id)}#${no}`;
    return plain;
  };
  return { mapping, cellsOf };
}
