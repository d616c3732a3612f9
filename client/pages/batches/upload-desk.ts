// The files being sent. Outside any component: a visit to another page, or signing in again, loses nothing.

import type { Batch } from '../../../shared/api/batches.ts';
import type { ChangedChoice } from '../../../shared/batch/corrections.ts';
import { ApiProblem } from '../../data/api.ts';
import { newId } from '../../data/new-id.ts';
import { refreshSession, session } from '../../data/session.ts';
import {
  followBatch,
  lookUpBatch,
  sendBatch,
  settledBatch,
  type Upload,
  type UploadSettings,
} from '../../data/upload.ts';
import { useWatched } from '../../data/watched.ts';
import { isOnlySentBack } from './changes-asked.ts';
import { decided } from './check/file-decisions.ts';
import { decideForFile, dropMends, endCheck, mendsToSend } from './check/mend-desk.ts';
import { type ChosenFile, currentFile, nextFile } from './chosen-files.ts';
import { settingsOf } from './column-choices.ts';
import { giveDeskTo, isReadable, ownerOfDesk, store, tell } from './desk-store.ts';
import type { Taken } from './dropped-files.ts';
import { giveUp, goOnLater } from './go-on.ts';
import { forgetHead, inspectCurrent } from './inspect-current.ts';
import { closeWorkbook } from './open-current.ts';
import { rememberReading } from './remembered-reading.ts';
import { type Choices, type Desk, type DeskEvent, isSending } from './upload-steps.ts';

let stopper: AbortController | null = null;

export function useDesk(): Desk {
  return useWatched(store);
}

/** What one person chose is not shown to the next one on this machine. */
export function openDesk(username: string): void {
  const owner = ownerOfDesk();
  if (owner !== null && owner !== username) startOver();
  giveDeskTo(username);
}

/** A receipt that was seen is put away; everything else waits here. */
export function leaveDesk(): void {
  const desk = store.get();
  if (desk.stage.at === 'done' && !nextFile(desk)) startOver();
}

export function startOver(): void {
  stopper?.abort();
  giveUp();
  endCheck();
  closeWorkbook();
  forgetHead();
  tell({ type: 'start-over' });
}

export function resumeBatch(survey: string, id: string): void {
  if (currentFile(store.get())?.id === id || store.get().resume?.id === id) return;
  void lookUpBatch(survey, id).then((batch) => batch && tell({ type: 'resume', batch }));
}

export function chooseFiles({ files, leftOut }: Taken): void {
  if (files.length === 0 || isSending(store.get())) return;
  tell({ type: 'chosen', files: files.map((file) => ({ id: newId(), file })), leftOut });
  void inspectCurrent();
}

export function change(choices: Choices): void {
  endCheck();
  tell({ type: 'changed', choices });
  void inspectCurrent();
}

export function back(): void {
  tell({ type: 'back' });
}

export function toNextFile(): void {
  tell({ type: 'next' });
  if (currentFile(store.get())) void inspectCurrent();
}

/** What is meant by rows that change what is stored: the file goes on with that. */
export function decideAndSend(survey: string, changed: ChangedChoice): Promise<void> {
  decideForFile({ changed });
  return send(survey);
}

/** The current file becomes a batch of its own, whatever it was meant to finish. */
export function sendAsNew(survey: string): void {
  tell({ type: 'renamed', id: newId() });
  void send(survey);
}

export function stopSending(): void {
  stopper?.abort();
}

/** A file whose line was cut waits until somebody sends it again. */
export function stopTrying(): void {
  giveUp();
  const { stage } = store.get();
  if (stage.at === 'cut') tell({ type: 'cut', why: 'stopped', batch: stage.batch });
}

/** Sends the current file. All that happens is told to the desk. */
export async function send(survey: string): Promise<void> {
  const desk = store.get();
  const file = currentFile(desk);
  if (!file || desk.stage.at === 'sending') return;
  const mends = mendsToSend();
  const settings = { ...settingsOf(desk), ...(mends && { mends }), ...decided.get() };
  giveUp();
  tell({ type: 'sending' });
  const stop = new AbortController();
  stopper = stop;
  const following = new AbortController();
  void followBatch(survey, file.id, (batch) => tell({ type: 'counted', batch }), following.signal);
  const event = await sent(survey, file, settings, stop.signal);
  following.abort();
  // the desk was cleared meanwhile
  if (store.get().stage.at !== 'sending') return;
  tell(event);
  if (event.type === 'answered') {
    if (!desk.resume)
      void rememberReading({ survey, ...chosenFor(file.file.name, desk, settings) });
    void dropMends();
  }
  if (event.type === 'cut' && event.why === 'line')
    goOnLater(file.id, () => void goOn(survey, file));
}

/** Also after hours: whoever is signed in by then may be somebody else, and then the desk is cleared. */
async function goOn(survey: string, { id }: ChosenFile): Promise<void> {
  await refreshSession();
  const { stage } = store.get();
  if (stage.at === 'cut' && currentFile(store.get())?.id === id) await send(survey);
}

// what one person chose is sent under nobody else's name
session.subscribe(() => {
  const owner = ownerOfDesk();
  if (owner !== null && session.get().user?.username !== owner) startOver();
});

function chosenFor(file: string, { choices, headers }: Desk, { mends }: UploadSettings) {
  return { file, choices, headers: headers ?? [], values: mends?.values ?? {} };
}

async function sent(
  survey: string,
  chosen: ChosenFile,
  settings: UploadSettings,
  signal: AbortSignal,
): Promise<DeskEvent> {
  const { id, file } = chosen;
  const onSent = (done: number, total: number) => tell({ type: 'sent', sent: done, total });
  const upload = { survey, id, file, settings, signal, onSent };
  try {
    return { type: 'answered', batch: await sendOnceFree(upload) };
  } catch (error) {
    if (signal.aborted) return whereItStopped(survey, id, 'stopped');
    if (!(error instanceof ApiProblem)) throw error;
    if (!(await isReadable(file))) return { type: 'refused', refusal: { type: 'unreadable-file' } };
    const isCut = error.type === 'offline' || error.type === 'too-slow' || error.status === 503;
    if (!isCut) return { type: 'refused', refusal: error };
    return whereItStopped(survey, id, 'line');
  }
}

/** The server may still be reading what an earlier try left with it: then once more when it has ended. */
async function sendOnceFree(upload: Upload): Promise<Batch> {
  try {
    return await sendBatch(upload);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (isOnlySentBack(error))
      return await sendBatch({ ...upload, settings: { ...upload.settings, changed: 'keep' } });
    if (error.type !== 'batch-loading') throw error;
    await settledBatch(upload.survey, upload.id, upload.signal);
    return await sendBatch(upload);
  }
}

/** The line may also have dropped after the last row: then all is well. */
async function whereItStopped(
  survey: string,
  id: string,
  why: 'line' | 'stopped',
): Promise<DeskEvent> {
  tell({ type: 'ending', why });
  const batch = await settledBatch(survey, id, new AbortController().signal);
  return batch?.state === 'done' ? { type: 'answered', batch } : { type: 'cut', why, batch };
}

// a closed tab cuts the line; the browser asks first
addEventListener('beforeunload', (event) => {
  if (isSending(store.get())) event.preventDefault();
});
