import { saveFile } from '../../../data/save-file.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { type AboutLine, csvOf, type TableTwin } from './table-twin.ts';

/** Gives the numbers of a figure to the browser as a download, with what they are about. */
export function saveCsv<Row>(
  twin: TableTwin<Row>,
  name: string,
  view: readonly AboutLine[],
  { t }: Speech,
): void {
  const { about, hidden } = t.dashboard;
  const lines: AboutLine[] = [
    [about.figure, name],
    ...view,
    [about.percent, about.percentDigits],
    [about.small, about.smallWhy(hidden)],
  ];
  saveFile(`${twin.file}.csv`, csvOf(twin, lines, hidden), 'text/csv;charset=utf-8');
}
