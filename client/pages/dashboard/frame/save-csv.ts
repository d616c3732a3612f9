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
  const text = csvOf(twin, lines, hidden);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${twin.file}.csv`;
  link.click();
  // the browser has begun to read it by then
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
