// multer with a storage engine of our own: the file part is handed on as a stream while it arrives and is kept nowhere.
import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import multer from 'multer';
import { Problem, problem } from '../http/problem.ts';

export interface ReceivedFile {
  readonly name: string;
  /** its bytes as they arrive; leaving early leaves the rest to be drained */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** the text fields that came before it */
  readonly fields: unknown;
}

const fieldLimits = { fields: 20, fieldNameSize: 100, fieldSize: 256 * 1024, files: 1, parts: 25 };

/** @throws what `take` throws; wrong-media-type, unreadable when there is no part `file` */
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
  let taken: { value: T } | undefined;
  const storage = handingOn(async (name, stream) => {
    taken = { value: await handOn(stream, (bytes) => take({ name, bytes, fields: req.body })) };
  });
  const receive = multer({ storage, limits: fieldLimits, defParamCharset: 'utf8' }).single('file');
  await new Promise<void>((resolve, reject) => {
    receive(req, res, (error: unknown) => (error ? reject(toProblem(error)) : resolve()));
  });
  if (!taken)
    throw problem('unreadable', {
      detail: 'There is no file in the part `file`.',
      errors: [{ pointer: '/body/file' }],
    });
  return taken.value;
}

/** A storage engine that keeps nothing: it is done when the file's stream was taken. */
function handingOn(take: (name: string, stream: Readable) => Promise<void>): multer.StorageEngine {
  return {
    _handleFile: (_req, { originalname, stream }, done) => {
      take(originalname, stream).then(
        () => done(null, {}),
        (error: unknown) => done(error),
      );
    },
    _removeFile: (_req, _file, done) => done(null),
  };
}

/** What broke the stream is the sender's line, not us. */
async function handOn<T>(
  stream: Readable,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  try {
    // a stream destroyed half-way would be a failure of its own to multer, before ours
    return await take(stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
  } catch (error) {
    throw stream.errored && !(error instanceof Problem) ? cutOff() : error;
  }
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

/** busboy and multer say by plain errors that the form itself is broken or was cut off. */
function isFormError(error: unknown): boolean {
  const message = error instanceof Error && error.name === 'Error' ? error.message : '';
  return /^(?:Unexpected end of |Malformed |Multipart: |Request (?:aborted|closed|error))/.test(
    message,
  );
}
