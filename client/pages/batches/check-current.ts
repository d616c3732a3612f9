// The check of the file that lies on the desk: every row, on this device.
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { InspectOptions } from '../../../shared/batch/inspection.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { CheckRefused } from './check/checker.ts';
import { checkFile } from './check/mend-desk.ts';
import type { RowFilter } from './check/row-filter.ts';
import { currentFile } from './chosen-files.ts';
import { settingsOf } from './column-choices.ts';
import { isReadable, store, tell } from './desk-store.ts';
import type { DeskEvent } from './upload-steps.ts';

interface Checking {
  readonly survey: Survey;
  /** where the sender may act */
  readonly scope: Scope;
  /** rows that are shown first; absent: those to look at */
  readonly look?: RowFilter | undefined;
}

/** Checks every row on this device; nothing leaves it. */
export async function checkCurrent({ survey, scope, look }: Checking): Promise<void> {
  const desk = store.get();
  const file = currentFile(desk)?.file;
  if (!file || !desk.inspection) return;
  tell({ type: 'checking', done: 0, rows: 0 });
  const { choices, inspection } = desk;
  const setting = {
    options: settingsOf(desk) as InspectOptions, // they come from there
    severityDirection: choices.severityDirection ?? inspection.severityDirection,
    survey,
    scope,
    today: bangkokDay(new Date()),
  };
  try {
    const told = (done: number, rows: number) => whileChecking({ type: 'checking', done, rows });
    await checkFile(file, setting, told, look);
    whileChecking({ type: 'checked' });
  } catch (error) {
    if (error instanceof CheckRefused) whileChecking({ type: 'refused', refusal: error.refusal });
    else if (error instanceof DOMException) whileChecking({ type: 'back' });
    else if (await isReadable(file)) throw error;
    else whileChecking({ type: 'refused', refusal: { type: 'unreadable-file' } });
  }
}

/** Another file may have been chosen meanwhile. */
function whileChecking(event: DeskEvent): void {
  if (store.get().stage.at === 'checking') tell(event);
}
