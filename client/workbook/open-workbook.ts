// A workbook as the page knows it: its sheets, and any of them as a CSV file that takes the workbook's place.
import type { AskedOfWorkbook, WorkbookAnswer, WorkbookFailure } from './asked.ts';
import type { SheetFound } from './sheets.ts';

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
      if (!('csv' in taken)) throw new WorkbookUnreadable('damaged');
      return new File([taken.csv], `${file.name} (${sheet}).csv`, { type: 'text/csv' });
    },
    close,
  };
}

/** One question at a time. A worker that breaks down, such as without memory, had too much to read. */
function ask(worker: Worker, asked: AskedOfWorkbook): Promise<WorkbookAnswer> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<WorkbookAnswer>) => resolve(data);
    worker.onerror = () => resolve({ failed: 'too-large' });
    worker.postMessage(asked);
  });
}
