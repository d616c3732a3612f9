// multer with a storage engine of our own: the file part is handed on as a stream while it arrives and is kept nowhere.
// The file is over when the form is: what stands after it is looked at before whoever takes it calls it done.
import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import multer from 'multer';
import { mostCorrectionBytes } from '../../shared/batch/corrections.ts';
import { Problem, problem } from '../http/problem.ts';
import { bytesOf, silenceOf } from './silence.ts';

export interface ReceivedFile {
  readonly name: string;
  /** its bytes as they arrive; leaving early leaves the rest to be drained */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** the text fields that came before it */
  readonly fields: unknown;
}

const fieldLimits = {
  fields: 20,
  fieldNameSize: 100,
  fieldSize: mostCorrectionBytes,
  files: 1,
  parts: 25,
};
/** how long the rest of a form is read once its file was refused, since a browser hears why only then */
const drainWithinMs = 30_000;
/** the same where we stop: the answer must be out before the process ends */
const drainWhenStoppingMs = 2_000;

/** @throws what `take` throws; wrong-media-type, too-slow, unreadable when there is no part `file` or a field after it */
export async function receiveFile<T>(
  req: Request,
  res: Response,
  take: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  if (!req.is('multipart/form-data')) {
    throw problem('wrong-media-type', {
      detail: 'Send the file as multipart/form-data, in a part called `file`.',
    });
  }
  let taken: Promise<T> | undefined;
  const drained = new Alarm();
  const storage = handingOn((name, stream, isOver) => {
    const fields = { ...req.body };
    const toItsEnd = async function* () {
      yield* bytesOf(stream, silenceOf(req));
      isOver();
      await form.catch((error: unknown) => Promise.reject(withoutLateParts(error)));
      refuseLateFields(fields, req.body);
    };
    taken = handOn(stream, () => take({ name, bytes: toItsEnd(), fields }));
    taken.catch((error) => drained.ringIn(drainTime(error)));
    return taken;
  });
  const receive = multer({ storage, limits: fieldLimits, defParamCharset: 'utf8' }).single('file');
  const form = new Promise<void>((resolve, reject) => {
    receive(req, res, (error: unknown) => (error ? reject(error) : resolve()));
  });
  try {
    await Promise.race([form, drained.rung]).catch((error) => taken ?? Promise.reject(error));
    if (!taken) throw noFile();
    return await taken;
  } catch (error) {
    throw toProblem(error);
  } finally {
    drained.stop();
  }
}

class Alarm {
  #ring = () => {};
  #timer: NodeJS.Timeout | undefined;
  readonly rung = new Promise<void>((resolve) => {
    this.#ring = resolve;
  });

  ringIn(ms: number): void {
    this.#timer = setTimeout(this.#ring, ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** A storage engine that keeps nothing: it is done when the file's stream is over, or was taken. */
function handingOn(
  take: (name: string, stream: Readable, isOver: () => void) => Promise<unknown>,
): multer.StorageEngine {
  return {
    _handleFile: (_req, { originalname, stream }, done) => {
      let called = false;
      const once = (error?: unknown) => {
        if (!called) done(error, {});
        called = true;
      };
      take(originalname, stream, once).then(() => once(), once);
    },
    _removeFile: (_req, _file, done) => done(null),
  };
}

/** What broke the stream is the sender's line, not us. */
async function handOn<T>(stream: Readable, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    throw stream.errored && !(error instanceof Problem) ? cutOff() : error;
  }
}

/** A decision that comes after the file would come too late for its rows. @throws unreadable naming the field */
function refuseLateFields(before: Readonly<Record<string, unknown>>, all: object): void {
  const late = Object.entries(all).find(([name, value]) => before[name] !== value);
  if (!late) return;
  throw problem('unreadable', {
    detail: 'A text field stands after the file; put it before. Nothing was stored.',
    errors: [{ pointer: `/body/${late[0].slice(0, 100)}`, expected: 'before the file' }],
  });
}

function noFile(): Problem {
  return problem('unreadable', {
    detail: 'There is no file in the part `file`.',
    errors: [{ pointer: '/body/file' }],
  });
}

function drainTime(error: unknown): number {
  const type = error instanceof Problem ? error.type : undefined;
  if (type === 'too-slow') return 0;
  return type === 'not-ready' ? drainWhenStoppingMs : drainWithinMs;
}

function cutOff(): Problem {
  return problem('unreadable', {
    detail: 'The file ended before its end was sent. Send it again.',
  });
}

function toProblem(error: unknown): unknown {
  if (isFormError(error))
    return problem('unreadable', { detail: 'The form ends too early or is broken.' });
  if (!(error instanceof multer.MulterError)) return error;
  return problem('unreadable', {
    detail:
      'The form cannot be read: one file in the part `file`, and short text fields before it.',
    errors: [{ pointer: `/body/${error.field ?? ''}`, expected: error.code }],
  });
}

/** A part too many is refused like a field too late; a form that was cut off is not. */
function withoutLateParts(error: unknown): unknown {
  return error instanceof multer.MulterError ? toProblem(error) : error;
}

/** busboy and multer say by plain errors that the form itself is broken or was cut off. */
function isFormError(error: unknown): boolean {
  const message = error instanceof Error && error.name === 'Error' ? error.message : '';
  return /^(?:Unexpected end of |Malformed |Multipart: |Request (?:aborted|closed|error))/.test(
    message,
  );
}
