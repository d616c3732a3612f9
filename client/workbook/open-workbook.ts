// A workbook as the page knows it: its sheets, and any of them as a CSV file that takes the workbook's place.

import type { SheetFound } from '../../shared/workbook/reading/sheets.ts';
import type { AskedOfWorkbook, WorkbookAnswer, WorkbookFailure } from './asked.ts';

export interface OpenWorkbook {
  readonly file: File;
  readonly sheets: readonly SheetFound[];
  /** One sheet as the file that is sent; it bears the names of both. */
  take(sheet: string, withoutHidden: boolean): Promise<File>;
  /** Ends what is going on; nothing more is answered. */
  close(): void;
}

export class WorkbookUnreadable extends Error {
  override readonly name = 'WorkbookUnreadable';
  readonly why: WorkbookFailure;

  constructor(why: WorkbookFailure) {
    super(`the workbook is ${why}`);
    this.why = why;
  }
}

/** @throws WorkbookUnreadable @param signal ends it; then it never settles */
export async function openWorkbook(file: File, signal: AbortSignal): Promise<OpenWorkbook> {
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' });
  const close = () => worker.terminate();
  signal.addEventListener('abort', close);
  const answered = await ask(worker, { open: file });
  if (!('sheets' in answered)) {
    close();
    throw new WorkbookUnreadable('failed' in answered ? answered.failed : 'damaged');
  }
  return {
    file,
    sheets: answered.sheets,
    take: async (sheet, withoutHidden) => {
      const taken = await ask(worker, { take: sheet, withoutHidden });
      if (!('csv' in taken))
        throw new WorkbookUnreadable('failed' in taken ? taken.failed : 'damaged');
      return new File([taken.csv], `${file.name} (${sheet}).csv`, { type: 'text/csv' });
    },
    close,
  };
}

/** some ten times as long as the largest takes */
const patienceMs = 120_000;

/** One question at a time. A worker that breaks down, such as without memory, or comes to no end had too much to read. */
function ask(worker: Worker, asked: AskedOfWorkbook): Promise<WorkbookAnswer> {
  return new Promise((resolve) => {
    const giveUp = () => {
      worker.terminate();
      resolve({ failed: 'too-large' });
    };
    const late = setTimeout(giveUp, patienceMs);
    worker.onmessage = ({ data }: MessageEvent<WorkbookAnswer>) => {
      clearTimeout(late);
      resolve(data);
    };
    worker.onerror = giveUp;
    worker.postMessage(asked);
  });
}
