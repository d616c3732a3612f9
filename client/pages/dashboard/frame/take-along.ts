// The numbers of a figure as files. They leave the house: so what was chosen stands above them, and small numbers are not in them.
import type { SheetCell } from '../../../../shared/workbook/cells.ts';
import type { Sheet } from '../../../../shared/workbook/parts.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { type AboutLine, csvOf, plain, type TableTwin } from './table-twin.ts';

export interface TakenFigure<Row> {
  readonly name: string;
  readonly finding: string;
  readonly twin: TableTwin<Row>;
}

/** `view`: what the page is about; `source`: the address that shows it */
export interface TakenFrom {
  readonly view: readonly AboutLine[];
  readonly source: string;
}

export function figureCsv<Row>(figure: TakenFigure<Row>, from: TakenFrom, speech: Speech): string {
  const { about, hidden } = speech.t.dashboard;
  const percent: AboutLine = [about.percent, about.percentDigits];
  return csvOf(figure.twin, linesAbove(figure, from, speech, [percent]), hidden);
}

export function figureSheet<Row>(figure: TakenFigure<Row>, from: TakenFrom, speech: Speech): Sheet {
  const { columns, rows, isHidden } = figure.twin;
  const cell = (row: Row, column: (typeof columns)[number]): SheetCell => {
    if (column.numbers && isHidden(row, column.key)) return plain(speech.t.dashboard.hidden);
    const value = (column.sheet ?? column.raw)(row);
    return typeof value === 'string' ? plain(value) : value;
  };
  return {
    name: figure.name,
    about: linesAbove(figure, from, speech).map((words) => words.map(plain)),
    head: columns.map(({ name }) => plain(name)),
    rows: rows.map((row) => columns.map((column) => cell(row, column))),
  };
}

function linesAbove<Row>(
  figure: TakenFigure<Row>,
  { view, source }: TakenFrom,
  { t }: Speech,
  more: readonly AboutLine[] = [],
): AboutLine[] {
  const { about, hidden } = t.dashboard;
  return [
    [about.figure, figure.name],
    [about.finding, isForOutside(figure) ? figure.finding : about.findingKept],
    ...view,
    ...more,
    [about.small, about.smallWhy(hidden)],
    [about.source, source],
  ];
}

/** a figure of so few rows speaks of all of them */
const fewRows = 7;

/** A sentence that names a row whose numbers are hidden could tell them. */
export function isForOutside<Row>({
  finding,
  twin: { columns, rows, isHidden },
}: Pick<TakenFigure<Row>, 'finding' | 'twin'>): boolean {
  const [first] = columns;
  const hiding = columns.filter(({ numbers }) => numbers);
  const hidden = rows.filter((row) => hiding.some(({ key }) => isHidden(row, key)));
  if (hidden.length > 0 && rows.length <= fewRows) return false;
  const said = finding.toLowerCase();
  return !hidden.some((row) => said.includes(String(first?.raw(row) ?? '').toLowerCase()));
}
