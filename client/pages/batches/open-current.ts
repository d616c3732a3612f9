// The workbook that lies on the desk: opened on this device, until one of its sheets takes its place.
import { fileKindOf } from '../../../shared/batch/file-kind.ts';
import {
  type OpenWorkbook,
  openWorkbook,
  WorkbookUnreadable,
} from '../../workbook/open-workbook.ts';
import { currentFile } from './chosen-files.ts';
import { store, tell } from './desk-store.ts';

let opening: AbortController | null = null;

export function isWorkbook(head: Uint8Array): boolean {
  const kind = fileKindOf(head);
  return kind === 'workbook' || kind === 'open-document';
}

/** Ends what reads the workbook. */
export function closeWorkbook(): void {
  opening?.abort();
  opening = null;
}

/** @returns whether a sheet has taken the place of the workbook already, since nothing is to be chosen */
export async function openCurrent(): Promise<boolean> {
  const file = currentFile(store.get())?.file;
  if (!file) return false;
  closeWorkbook();
  const ending = new AbortController();
  opening = ending;
  try {
    const workbook = await openWorkbook(file, ending.signal);
    const only = onlySheet(workbook);
    if (only !== null) return await takeSheet(workbook, only, false);
    const isEmpty = workbook.sheets.every(({ rows }) => rows === 0);
    if (isEmpty) tell({ type: 'refused', refusal: { type: 'unreadable-workbook', why: 'empty' } });
    else tell({ type: 'opened', workbook });
  } catch (error) {
    refuse(file, error);
  }
  return false;
}

/** @throws what says nothing about the workbook */
function refuse(file: File, error: unknown): void {
  if (!(error instanceof WorkbookUnreadable)) throw error;
  const { why } = error;
  if (currentFile(store.get())?.file !== file) return;
  const refusal =
    why === 'unreadable'
      ? ({ type: 'unreadable-file' } as const)
      : ({ type: 'unreadable-workbook', why } as const);
  tell({ type: 'refused', refusal });
}

/** The sheet that was chosen. @returns whether it has taken the place of its workbook */
export async function chooseSheetOf(
  workbook: OpenWorkbook,
  name: string,
  withoutHidden: boolean,
): Promise<boolean> {
  try {
    return await takeSheet(workbook, name, withoutHidden);
  } catch (error) {
    refuse(workbook.file, error);
    return false;
  }
}

/** @returns whether it took its place: another file may have been chosen meanwhile */
async function takeSheet(
  workbook: OpenWorkbook,
  name: string,
  withoutHidden: boolean,
): Promise<boolean> {
  const file = await workbook.take(name, withoutHidden);
  if (currentFile(store.get())?.file !== workbook.file) return false;
  closeWorkbook();
  tell({ type: 'sheet-taken', file });
  return true;
}

/** The only one that a person sees and that holds anything, when nothing in it is hidden. */
function onlySheet({ sheets }: OpenWorkbook): string | null {
  const seen = sheets.filter(({ rows, isHidden }) => rows > 0 && !isHidden);
  const [only] = seen;
  return only && seen.length === 1 && only.hiddenRows === 0 ? only.name : null;
}
