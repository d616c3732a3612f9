// The look at the file that lies on the desk: its first bytes alone, with what was chosen, or what the office chose before.
import { firstRows, inspectCsv } from '../../../shared/batch/inspect.ts';
import type { Inspection } from '../../../shared/batch/inspection.ts';
import { idOfMends } from '../../data/kept-mends.ts';
import { surveyId, surveyQuestions } from '../../data/survey.ts';
import { readHead } from '../../data/upload.ts';
import { dropProposedValues, endCheck, openMends, proposeValues } from './check/mend-desk.ts';
import { type ChosenFile, currentFile } from './chosen-files.ts';
import { decisionsOf } from './column-choices.ts';
import { ownerOfDesk, store, tell } from './desk-store.ts';
import { chooseSheetOf, isWorkbook, openCurrent } from './open-current.ts';
import { findReading } from './remembered-reading.ts';
import { isFatal } from './upload-steps.ts';

let head: { readonly file: File; readonly bytes: Uint8Array } | null = null;

export function forgetHead(): void {
  head = null;
}

/** Reads the beginning of the current file, as it was chosen to be read. */
export async function inspectCurrent(): Promise<void> {
  const current = currentFile(store.get());
  if (!current) return;
  try {
    if (head?.file !== current.file)
      head = { file: current.file, bytes: await readHead(current.file) };
  } catch {
    // the file was moved or removed after it was chosen
    tell({ type: 'refused', refusal: { type: 'unreadable-file' } });
    return;
  }
  // another file may have been chosen while this one was read
  if (currentFile(store.get())?.id !== current.id) return;
  const { bytes } = head;
  if (isWorkbook(bytes)) return await inspectWorkbook();
  const look = () => lookAt(current, bytes);
  const { resume, headers } = store.get();
  const isResumed = resume?.id === current.id;
  await openMends(
    idOfMends({
      owner: ownerOfDesk() ?? '',
      survey: surveyId(),
      size: current.file.size,
      head: bytes,
    }),
    isResumed ? decisionsOf(resume) : undefined,
  );
  let looked = look();
  if (headers === null && !isResumed && !isFatal(looked.inspection.problem)) {
    await propose(current, looked.inspection);
    looked = look();
    // title lines may be other than in the file before
    if (isFatal(looked.inspection.problem)) looked = withoutProposal(look);
  }
  if (currentFile(store.get())?.id !== current.id) return;
  tell({ type: 'inspected', inspection: looked.inspection, rows: firstRows(looked.rows) });
}

function lookAt({ file }: ChosenFile, bytes: Uint8Array) {
  const options = { ...store.get().choices, questions: surveyQuestions() };
  return inspectCsv(bytes, file.size > bytes.length, options);
}

/** How the office has read such a file before is used, and shown with where it comes from. */
async function propose(current: ChosenFile, { columns }: Inspection): Promise<void> {
  const headers = columns.map(({ header }) => header);
  const proposed = await findReading(surveyId(), headers);
  if (currentFile(store.get())?.id !== current.id) return;
  tell({ type: 'headers-known', headers, proposed });
  if (proposed) proposeValues(proposed.choices.values);
}

function withoutProposal<T>(look: () => T): T {
  const { proposed } = store.get();
  if (proposed) dropProposedValues(proposed.choices.values);
  const { headers } = store.get();
  if (proposed && headers) tell({ type: 'headers-known', headers, proposed: null });
  return look();
}

/** The file is read as it is detected. */
export function dropProposal(): void {
  endCheck();
  withoutProposal(() => undefined);
  void inspectCurrent();
}

async function inspectWorkbook(): Promise<void> {
  if (await openCurrent()) await inspectCurrent();
}

/** The sheet is read as a file of its own. */
export async function chooseSheet(name: string, withoutHidden: boolean): Promise<void> {
  const { stage } = store.get();
  if (stage.at === 'sheets' && (await chooseSheetOf(stage.workbook, name, withoutHidden)))
    await inspectCurrent();
}
