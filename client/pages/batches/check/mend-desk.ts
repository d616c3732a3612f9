// The checked file and what is mended in it. Outside any component, like the desk of the files: a visit to another page loses
// nothing, and what is mended is kept on this device at every change.
import { paths } from '../../../../shared/api/paths.ts';
import { countCorrections, type SentCorrections } from '../../../../shared/batch/corrections.ts';
import { api } from '../../../data/api.ts';
import {
  type FileDecisions,
  forgetMends,
  readMends,
  writeMends,
} from '../../../data/kept-mends.ts';
import { createWatched, useWatched } from '../../../data/watched.ts';
import { Checker } from './checker.ts';
import type { CheckedFile, GridRow } from './checking.ts';
import { type ChangedRow, type ComparedRows, compareWithStored } from './compare-stored.ts';
import type { CheckSetting } from './file-check.ts';
import { decided, undecided } from './file-decisions.ts';
import { type MendChange, Mends } from './mends.ts';
import { type RowFilter, usualFilter } from './row-filter.ts';
import type { RowMark } from './row-marks.ts';

export interface MendDesk extends CheckedFile {
  readonly filter: RowFilter;
  /** rows that the filter lets through */
  readonly total: number;
  /** grows with every change: what is shown is read again */
  readonly version: number;
  /** how many changes can be taken back, and done again */
  readonly undoable: number;
  readonly redoable: number;
  /** how many cells, values and records are mended by now */
  readonly chosen: ReturnType<typeof countCorrections>;
  /** rows that would be accepted more, or fewer, since the last change */
  readonly gained: number;
  /** what of it is stored already; null: not asked yet, or mended since */
  readonly compared: ComparedRows | null;
  /** rows that were asked about so far; null: nobody is asking */
  readonly comparing: number | null;
  /** more is mended one by one than a request may hold */
  readonly isTooMuch: boolean;
  /** false: this device keeps nothing, so a reload would lose what was mended */
  readonly isKept: boolean;
}

const store = createWatched<MendDesk | null>(null);
/** what a person did with this file before it was opened again */
interface Restored {
  /** when it was kept, in epoch milliseconds */
  readonly at: number;
  /** cells, values or rows; not only decisions on the file as a whole */
  readonly isMended: boolean;
}

/** null: nothing */
const restored = createWatched<Restored | null>(null);
let checker: Checker | null = null;
let mends = new Mends();
let keptAs: string | null = null;
let [undo, redo]: [MendChange[], MendChange[]] = [[], []];

export const useMendDesk = (): MendDesk | null => useWatched(store);

export const useRestored = (): Restored | null => useWatched(restored);

/** Another file is opened: what was mended in it and decided on it before is found by `id`. */
export async function openMends(id: string, sentBefore?: FileDecisions): Promise<void> {
  if (keptAs === id) return;
  endCheck();
  keptAs = id;
  forgetAll();
  const kept = await readMends(id);
  if (keptAs !== id) return;
  if (kept) mends = new Mends(kept.sent);
  decided.set(kept?.decisions ?? sentBefore ?? undecided);
  restored.set(kept && { at: kept.changedAt, isMended: !mends.isEmpty });
}

/** They are kept on this device, like what is mended. */
export function decideForFile(some: Partial<FileDecisions>): void {
  decided.set({ ...decided.get(), ...some });
  void keepNow();
}

/** What the office decided in files like this one. What a person mended in the file itself before goes first: then it is not used. */
export function proposeValues(values: SentCorrections['values']): void {
  if (!restored.get()?.isMended && mends.isEmpty)
    mends = new Mends({ corrections: [], values, leave: [] });
}

/** Those of them that still stand as they were proposed. */
export function dropProposedValues(values: SentCorrections['values']): void {
  if (restored.get()?.isMended) return;
  for (const [field, meant] of mends.values)
    for (const [value, means] of meant) if (values[field]?.[value] === means) meant.delete(value);
}

/** What goes beside the file; undefined: it is as it stands. */
export function mendsToSend(): SentCorrections | undefined {
  return mends.isEmpty ? undefined : mends.toSent();
}

/** The file is sent, or nobody wants what was mended in it. */
export async function dropMends(): Promise<void> {
  const id = keptAs;
  endCheck();
  keptAs = null;
  forgetAll();
  if (id) await forgetMends(id);
}

/** The file goes on as it stands; what is mended from now on is kept again. */
export async function forgetRestored(): Promise<void> {
  endCheck();
  forgetAll();
  if (keptAs) await forgetMends(keptAs);
}

function forgetAll(): void {
  mends = new Mends();
  [undo, redo] = [[], []];
  decided.set(undecided);
  restored.set(null);
}

export function endCheck(): void {
  checker?.end();
  checker = null;
  store.set(null);
}

/** Checks every row. @throws CheckRefused when the file as a whole cannot be read, an AbortError when the check was ended */
export async function checkFile(
  file: File,
  setting: CheckSetting,
  onProgress: (done: number, rows: number) => void,
  look?: RowFilter,
): Promise<void> {
  endCheck();
  const begun = new Checker(onProgress);
  checker = begun;
  const checked = await begun.ask('check', { file, setting, mends: mends.toSent() });
  const wanted = look ? (await begun.ask('filter', look)).total : 0;
  const filter = look && wanted > 0 ? look : usualFilter(checked.summary);
  const { total } = await begun.ask('filter', filter);
  store.set({
    ...checked,
    filter,
    total,
    version: 0,
    undoable: undo.length,
    redoable: redo.length,
    chosen: countCorrections(mends),
    gained: 0,
    compared: null,
    comparing: null,
    isTooMuch: mends.isTooMuch,
    isKept: true,
  });
}

export async function showRows(filter: RowFilter): Promise<void> {
  const { total } = (await checker?.ask('filter', filter)) ?? { total: 0 };
  change((desk) => ({ ...desk, filter, total, version: desk.version + 1 }));
}

export const readRows = async (from: number, count: number): Promise<readonly GridRow[]> =>
  (await checker?.ask('rows', { from, count })) ?? [];

export const readMarks = async (parts: number): Promise<readonly (RowMark | null)[]> =>
  (await checker?.ask('marks', { parts })) ?? [];

/** Where a row, or else the next one, stands among those that are shown. */
export const findShownRow = async (row: number): Promise<number> =>
  (await checker?.ask('place', { row })) ?? 0;

export async function applyChange(wanted: MendChange): Promise<void> {
  redo = [];
  undo.push(mends.apply(wanted));
  await tellWorker(wanted);
}

export async function undoChange(): Promise<void> {
  const last = undo.pop();
  if (!last) return;
  redo.push(mends.apply(last));
  await tellWorker(last);
}

export async function redoChange(): Promise<void> {
  const next = redo.pop();
  if (!next) return;
  undo.push(mends.apply(next));
  await tellWorker(next);
}

/** Asks the server which rows it has. @throws ApiProblem */
export async function compareRows(survey: string): Promise<void> {
  const asking = checker;
  if (!asking) return;
  const told = (rows: number) => {
    if (asking === checker) change((desk) => ({ ...desk, comparing: rows }));
  };
  told(0);
  try {
    const version = store.get()?.version;
    const compared = await compareWithStored(asking, survey, told);
    change((desk) => (desk.version === version ? { ...desk, compared } : desk));
  } finally {
    change((desk) => ({ ...desk, comparing: null }));
  }
}

/** Cell by cell, for one of the rows that change what is stored. */
export async function differenceOf(survey: string, { row, id }: ChangedRow) {
  const stored = await api(paths.response(survey, id));
  return (await checker?.ask('difference', { row, stored })) ?? [];
}

async function tellWorker(wanted: MendChange): Promise<void> {
  const isKept = keepNow();
  const told = await checker?.ask('change', wanted);
  const kept = await isKept;
  if (!told) return;
  change((desk) => ({
    ...desk,
    summary: told.summary,
    values: told.values,
    version: desk.version + 1,
    undoable: undo.length,
    redoable: redo.length,
    chosen: countCorrections(mends),
    compared: null,
    gained: told.summary.counts.accepted - desk.summary.counts.accepted,
    isKept: kept,
    isTooMuch: mends.isTooMuch,
  }));
}

async function keepNow(): Promise<boolean> {
  if (!keptAs) return false;
  const [sent, decisions] = [mends.toSent(), decided.get()];
  return await writeMends({ id: keptAs, sent, decisions, changedAt: Date.now() });
}

function change(by: (desk: MendDesk) => MendDesk): void {
  const desk = store.get();
  if (desk) store.set(by(desk));
}
