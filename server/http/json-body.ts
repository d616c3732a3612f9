// JSON bodies, read inside the route once `may()` has let the request through: bounded in size and time, valid UTF-8, no name
// twice in one object (JSON.parse would silently take the last).
import { isUtf8 } from 'node:buffer';
import type { Request, Response } from 'express';
import { findDuplicateName } from './duplicate-name.ts';
import { problem } from './problem.ts';
import { type BodyBounds, readBytes } from './read-bytes.ts';

/** what any route reads, also from people without an account */
export const smallBody = 16 * 1024;
/** what a whole response may take */
export const largeBody = 1024 * 1024;
/** a body that drips is cut */
const bodyWithinMs = 30_000;
/** the app's setting that says otherwise */
export const bodyLimit = 'milliseconds for a body';

export interface ReadBody {
  readonly value: unknown;
  /** as it was sent, unpacked */
  readonly bytes: number;
}

/** @throws wrong-media-type, too-large, too-slow, unreadable */
export async function readJson(req: Request, res: Response, maxBytes: number): Promise<ReadBody> {
  if (req.headers['content-type'] !== 'application/json' && !req.is('application/json')) {
    throw problem('wrong-media-type', {
      detail: 'Send JSON with the header Content-Type: application/json.',
    });
  }
  const read = await readFileBody(req, res, { bytes: maxBytes });
  if (!isUtf8(read)) throw problem('unreadable', { detail: 'The body is not valid UTF-8.' });
  return { value: parseJson(read.toString('utf8')), bytes: read.length };
}

/** A body that is a file, as it is; within 30 s, unless it may take longer. @throws too-large, too-slow, unreadable */
export function readFileBody(
  req: Request,
  res: Response,
  { withinMs = bodyWithinMs, ...bounds }: Partial<BodyBounds> & Pick<BodyBounds, 'bytes'>,
): Promise<Buffer> {
  const set: number | undefined = req.app.get(bodyLimit);
  return readBytes(req, res, { ...bounds, withinMs: set ?? withinMs });
}

/** @throws unreadable */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('unreadable', { detail: 'The body is not valid JSON.' });
  }
  const twice = findDuplicateName(text);
  if (twice === undefined) return value;
  throw problem('unreadable', {
    detail: 'A name stands twice in one object of the body; keep one.',
    errors: [{ pointer: twice, expected: 'one value' }],
  });
}
