import { csvOf, type TableTwin } from './table-twin.ts';

/** Gives the numbers of a figure to the browser as a download. */
export function saveCsv<Row>(twin: TableTwin<Row>): void {
  const url = URL.createObjectURL(new Blob([csvOf(twin)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${twin.file}.csv`;
  link.click();
  // the browser has begun to read it by then
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
