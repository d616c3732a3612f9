// What happens to the chosen files, step by step, as a pure function: state and event in, state out.
import type { Batch } from '../../../shared/api/batches.ts';
import type { FileReading } from '../../../shared/api/readings.ts';
import type { CsvRow } from '../../../shared/batch/csv-reader.ts';
import type {
  Inspection,
  InspectionProblem,
  InspectOptions,
} from '../../../shared/batch/inspection.ts';
import type { ApiProblem } from '../../data/api.ts';
import type { OpenWorkbook } from '../../workbook/open-workbook.ts';
import {
  type ChosenFile,
  changeCurrent,
  inTurn,
  type JustChosen,
  nextFile,
  openNext,
} from './chosen-files.ts';
import { choicesOf } from './column-choices.ts';
import { choicesIn } from './remembered-reading.ts';

/** What a person chose over the detection. */
export interface Choices extends InspectOptions {
  readonly severityDirection?: Batch['severityDirection'];
}

/** What the browser itself can say against a file, or what the server answered. */
export type FileRefusal =
  | InspectionProblem
  | ApiProblem
  | { readonly type: 'unreadable-file' }
  | { readonly type: 'unreadable-workbook'; readonly why: 'too-large' | 'damaged' | 'empty' };

export type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'reading' }
  /** of a workbook: which sheet is meant */
  | { readonly at: 'sheets'; readonly workbook: OpenWorkbook }
  | { readonly at: 'columns' }
  /** every row is being checked on this device: the share of the file that was read */
  | { readonly at: 'checking'; readonly done: number; readonly rows: number }
  /** what the check came to stands at the desk of the grid */
  | { readonly at: 'mend' }
  | {
      readonly at: 'sending';
      /** bytes of the request */
      readonly sent: number;
      readonly total: number;
      /** what the server has counted so far */
      readonly batch: Batch | null;
      /** no more bytes leave: the server reads what has reached it */
      readonly ending: 'line' | 'stopped' | null;
    }
  /** `whileChecking`: nothing of it was sent */
  | { readonly at: 'refused'; readonly refusal: FileRefusal; readonly whileChecking: boolean }
  /** `batch`: how far it came; null when the server cannot be asked */
  | {
      readonly at: 'cut';
      readonly why: 'line' | 'stopped';
      readonly batch: Batch | null;
      /** it is sent again by itself */
      readonly goesOn: boolean;
    }
  | { readonly at: 'done'; readonly batch: Batch };

export interface Desk {
  readonly files: readonly ChosenFile[];
  /** of the folders that they came from: files that are no tables */
  readonly leftOut: number;
  readonly stage: Stage;
  readonly choices: Choices;
  /** of the current file */
  readonly inspection: Inspection | null;
  /** its first rows as they stand in the file: to be judged, never to be shown */
  readonly rows: readonly CsvRow[];
  /** an interrupted batch that the next file is to finish */
  readonly resume: Batch | null;
  /** of the current file, before anything was chosen; null: not looked at yet */
  readonly headers: readonly string[] | null;
  /** how the office has read files with these headers: in use */
  readonly proposed: FileReading | null;
}

export const emptyDesk: Desk = {
  files: [],
  leftOut: 0,
  stage: { at: 'choose' },
  choices: {},
  inspection: null,
  rows: [],
  resume: null,
  headers: null,
  proposed: null,
};

export type DeskEvent =
  | ({ readonly type: 'chosen' } & JustChosen)
  | { readonly type: 'resume'; readonly batch: Batch }
  | { readonly type: 'opened'; readonly workbook: OpenWorkbook }
  /** a sheet takes the place of its workbook */
  | { readonly type: 'sheet-taken'; readonly file: File }
  | {
      readonly type: 'inspected';
      readonly inspection: Inspection;
      readonly rows: readonly CsvRow[];
    }
  | {
      readonly type: 'headers-known';
      readonly headers: readonly string[];
      readonly proposed: FileReading | null;
    }
  | { readonly type: 'changed'; readonly choices: Choices }
  | { readonly type: 'checking'; readonly done: number; readonly rows: number }
  | { readonly type: 'checked' }
  | { readonly type: 'sending' }
  | { readonly type: 'sent'; readonly sent: number; readonly total: number }
  | { readonly type: 'counted'; readonly batch: Batch }
  | { readonly type: 'refused'; readonly refusal: FileRefusal }
  | { readonly type: 'cut'; readonly why: 'line' | 'stopped'; readonly batch: Batch | null }
  | { readonly type: 'ending'; readonly why: 'line' | 'stopped' }
  | { readonly type: 'answered'; readonly batch: Batch }
  | { readonly type: 'renamed'; readonly id: string }
  | { readonly type: 'back' }
  | { readonly type: 'next' }
  | { readonly type: 'start-over' };

/** Nobody can be asked to wait for a file that cannot be sent: this says whether leaving now would lose something. */
export function isSending({ stage }: Desk): boolean {
  return stage.at === 'sending';
}

export function step(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'chosen':
      return { ...choose(desk, event.files), leftOut: event.leftOut ?? 0 };
    case 'resume':
      return { ...emptyDesk, resume: event.batch };
    case 'opened':
      return { ...desk, stage: { at: 'sheets', workbook: event.workbook } };
    case 'sheet-taken':
      return withCurrent({ ...desk, stage: { at: 'reading' } }, { file: event.file });
    case 'inspected':
      return inspected(desk, event);
    case 'headers-known':
      return known(desk, event);
    case 'changed':
      return { ...desk, choices: { ...desk.choices, ...event.choices } };
    case 'checking':
      return { ...desk, stage: { at: 'checking', done: event.done, rows: event.rows } };
    case 'checked':
      return { ...desk, stage: { at: 'mend' } };
    case 'sending':
      return withCurrent({ ...desk, stage: nothingSent }, { hasLeft: true });
    case 'sent':
      return whileSending(desk, { sent: event.sent, total: event.total });
    case 'counted':
      return whileSending(desk, { batch: event.batch });
    case 'ending':
      return whileSending(desk, { ending: event.why });
    case 'refused':
      return refused(desk, event.refusal);
    case 'cut':
      return { ...desk, stage: cutAt(event) };
    case 'answered':
      return withCurrent(
        { ...desk, stage: { at: 'done', batch: event.batch } },
        { receipt: event.batch.receipt },
      );
    case 'renamed':
      return withCurrent({ ...desk, resume: null }, { id: event.id });
    case 'back':
      return desk.inspection && !isFatal(desk.inspection.problem)
        ? { ...desk, stage: { at: 'columns' } }
        : emptyDesk;
    case 'next':
      return next(desk);
    case 'start-over':
      return emptyDesk;
  }
}

type Sending = Extract<Stage, { readonly at: 'sending' }>;

const nothingSent = { at: 'sending', sent: 0, total: 0, batch: null, ending: null } as const;

function cutAt({ why, batch }: Extract<DeskEvent, { readonly type: 'cut' }>): Stage {
  return { at: 'cut', why, batch, goesOn: why === 'line' };
}

/** What is told after the sending has ended changes nothing. */
function whileSending(desk: Desk, change: Partial<Sending>): Desk {
  const { stage } = desk;
  return stage.at === 'sending' ? { ...desk, stage: { ...stage, ...change } } : desk;
}

/** With these a person can go on by choosing columns; with the others the file itself is the matter. */
export function isFatal(problem: InspectionProblem | undefined): problem is InspectionProblem {
  return problem !== undefined && problem.type !== 'mapping-needed';
}

function choose(desk: Desk, files: readonly { id: string; file: File }[]): Desk {
  if (files.length === 0) return desk;
  const { resume } = desk;
  return {
    ...emptyDesk,
    resume,
    choices: resume ? choicesOf(resume) : {},
    stage: { at: 'reading' },
    files: inTurn(files, resume?.id ?? null),
  };
}

function inspected(
  desk: Desk,
  { inspection, rows }: Pick<Desk, 'rows'> & { readonly inspection: Inspection },
): Desk {
  const { problem } = inspection;
  const stage: Stage = isFatal(problem)
    ? { at: 'refused', refusal: problem, whileChecking: false }
    : { at: 'columns' };
  return { ...desk, inspection, rows, stage };
}

function known(
  desk: Desk,
  { headers, proposed }: Extract<DeskEvent, { readonly type: 'headers-known' }>,
): Desk {
  // what is proposed no more is not in use any more
  const own = desk.proposed ? {} : desk.choices;
  const choices = proposed ? choicesIn(proposed.choices) : own;
  return { ...desk, headers, proposed, choices };
}

function refused(desk: Desk, refusal: FileRefusal): Desk {
  const whileChecking = desk.stage.at === 'checking';
  return { ...desk, stage: { at: 'refused', refusal, whileChecking } };
}

function withCurrent(desk: Desk, change: Partial<ChosenFile>): Desk {
  return { ...desk, files: changeCurrent(desk.files, change) };
}

/** The current file is sent or left behind; the next one is opened, or there is none. */
function next(desk: Desk): Desk {
  if (!nextFile(desk)) return emptyDesk;
  const { files, leftOut } = desk;
  return { ...emptyDesk, files: openNext(files), leftOut, stage: { at: 'reading' } };
}
