// The numbers of a figure as a file that Thai Excel opens: UTF-8 with BOM, CRLF, no cell that would be a formula.
import { csvLine } from '../../../../shared/text/formula.ts';
import type { Twin } from './Figure.tsx';

export function csvOf<Row>({ columns, rows }: Pick<Twin<Row>, 'columns' | 'rows'>): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ raw }) => raw(row))),
  ];
  return `\uFEFF${lines.map((cells) => csvLine(cells)).join('')}`;
}

export function saveCsv<Row>(twin: Twin<Row>): void {
  const url = URL.createObjectURL(new Blob([csvOf(twin)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${twin.file}.csv`;
  link.click();
  // the browser has begun to read it by then
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
