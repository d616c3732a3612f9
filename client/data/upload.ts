// Sends one file as a batch and follows it. XHR, because only it tells how much of a body has left.
// The browser streams the file from disk; nothing here holds more than the first 256 KiB.
import type { Batch } from '../../shared/api/batches.ts';
import { paths } from '../../shared/api/paths.ts';
import type { ChangedChoice, SentCorrections } from '../../shared/batch/corrections.ts';
import { ApiProblem, api, toProblem } from './api.ts';
import { refreshSession } from './session.ts';

/** How much of a file is read in the browser, in bytes. */
export const headBytes = 256 * 1024;

/** What a person chose or confirmed; what is absent, the server detects. */
export interface UploadSettings {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly headerLine?: number;
  /** header → field */
  readonly mapping?: Readonly<Record<string, string>>;
  readonly severityDirection?: Batch['severityDirection'];
  readonly dateOrder?: Batch['dateOrder'];
  /** fields whose empty cells have the value above */
  readonly fillDown?: readonly string[];
  /** what was mended beside the file */
  readonly mends?: SentCorrections;
  /** nothing is stored unless every row passes */
  readonly policy?: Batch['policy'];
  /** what becomes of rows that change what is stored */
  readonly changed?: ChangedChoice;
}

export interface Upload {
  readonly survey: string;
  /** UUID made here, so that sending again is the same batch */
  readonly id: string;
  readonly file: File;
  readonly settings: UploadSettings;
  readonly signal: AbortSignal;
  /** bytes of the body that have left, of how many */
  readonly onSent: (sent: number, total: number) => void;
}

export async function readHead(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
}

/** The form as the server reads it: settings first, so that they are known before the file's first byte. */
export function toForm({ id, file, settings }: Pick<Upload, 'id' | 'file' | 'settings'>): FormData {
  const form = new FormData();
  form.append('id', id);
  form.append('name', file.name);
  if (settings.encoding) form.append('encoding', settings.encoding);
  if (settings.delimiter) form.append('delimiter', settings.delimiter);
  if (settings.headerLine) form.append('headerLine', String(settings.headerLine));
  if (settings.severityDirection) form.append('severityDirection', settings.severityDirection);
  if (settings.dateOrder) form.append('dateOrder', settings.dateOrder);
  if (settings.fillDown) form.append('fillDown', settings.fillDown.join(','));
  if (settings.mapping) form.append('mapping', JSON.stringify(settings.mapping));
  if (settings.policy) form.append('policy', settings.policy);
  if (settings.changed) form.append('changed', settings.changed);
  if (settings.mends) appendMends(form, settings.mends);
  form.append('file', file, file.name);
  return form;
}

function appendMends(form: FormData, { corrections, values, leave }: SentCorrections): void {
  if (corrections.length > 0) form.append('corrections', JSON.stringify(corrections));
  if (Object.keys(values).length > 0) form.append('values', JSON.stringify(values));
  if (leave.length > 0) form.append('leave', JSON.stringify(leave));
}

/** Throws ApiProblem (`offline` when the line dropped) or the signal's reason when it was cancelled. */
export async function sendBatch(upload: Upload): Promise<Batch> {
  const reply = await post(upload);
  if (reply.ok) return (await reply.json()) as Batch;
  const problem = await toProblem(reply);
  if (problem.type === 'signed-out') void refreshSession();
  throw problem;
}

function post(upload: Upload): Promise<Response> {
  const { survey, signal, onSent } = upload;
  const xhr = new XMLHttpRequest();
  xhr.open('POST', paths.batches(survey));
  xhr.setRequestHeader('accept', 'application/json');
  xhr.upload.onprogress = (event) => onSent(event.loaded, event.total);
  return new Promise((resolve, reject) => {
    const cancel = () => xhr.abort();
    signal.addEventListener('abort', cancel, { once: true });
    xhr.onload = () => resolve(toReply(xhr));
    xhr.onerror = () => reject(new ApiProblem('offline', 0, {}, null));
    xhr.onabort = () => reject(signal.reason);
    xhr.onloadend = () => signal.removeEventListener('abort', cancel);
    if (signal.aborted) reject(signal.reason);
    else xhr.send(toForm(upload));
  });
}

function toReply(xhr: XMLHttpRequest): Response {
  const headers = new Headers();
  const retryAfter = xhr.getResponseHeader('retry-after');
  if (retryAfter) headers.set('retry-after', retryAfter);
  return new Response(xhr.responseText, { status: xhr.status, headers });
}

/** The batch as the server knows it now; null when it does not know it, or cannot be asked. */
export async function lookUpBatch(
  survey: string,
  id: string,
  signal?: AbortSignal,
): Promise<Batch | null> {
  try {
    return await api(paths.batch(survey, id), {
      timeoutMs: 10_000,
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof ApiProblem || signal?.aborted) return null;
    throw error;
  }
}

/** Asks now and then how far a batch has come, one question at a time, until the signal stops it. */
export async function followBatch(
  survey: string,
  id: string,
  onBatch: (batch: Batch) => void,
  signal: AbortSignal,
  everyMs = 1000,
): Promise<void> {
  while (!signal.aborted) {
    await pause(everyMs, signal);
    if (signal.aborted) return;
    const batch = await lookUpBatch(survey, id, signal);
    if (batch && !signal.aborted) onBatch(batch);
  }
}

/** Without an answer, and without a new row, it is waited so long. */
const patience = { silentMs: 3000, stillMs: 15_000 };

/** After a dropped line the server first reads what has reached it. Null when it cannot be asked; may still be `loading`. */
export async function settledBatch(
  survey: string,
  id: string,
  signal: AbortSignal,
): Promise<Batch | null> {
  let known: Batch | null = null;
  let changedAt = Date.now();
  while (!signal.aborted) {
    const batch = await lookUpBatch(survey, id, signal);
    if (batch && batch.state !== 'loading') return batch;
    if (batch && batch.counts.rows !== known?.counts.rows) changedAt = Date.now();
    known = batch ?? known;
    const waitMs = known ? patience.stillMs : patience.silentMs;
    if (Date.now() - changedAt > waitMs) break;
    await pause(600, signal);
  }
  return known;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
