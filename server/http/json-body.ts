// JSON bodies, read inside the route once `may()` has let the request through: bounded in size and time, valid UTF-8, no name
// twice in one object (JSON.parse would silently take the last).
import { isUtf8 } from 'node:buffer';
import type { Request, Response } from 'express';
import express from 'express';
import { findDuplicateName } from './duplicate-name.ts';
import { problem } from './problem.ts';

/** what any route reads, also from people without an account */
export const smallBody = 16 * 1024;
/** what a whole response may take */
export const largeBody = 1024 * 1024;
/** a body that drips is cut */
const bodyWithinMs = 30_000;
/** the app's setting that says otherwise */
export const bodyLimit = 'milliseconds for a body';

const parsers = new Map<number, express.RequestHandler>();

/** @throws wrong-media-type, too-large, too-slow, unreadable */
export async function readJson(req: Request, res: Response, maxBytes: number): Promise<unknown> {
  if (!req.is('application/json')) {
    throw problem('wrong-media-type', {
      detail: 'Send JSON with the header Content-Type: application/json.',
    });
  }
  const bytes = await readBytes(req, res, maxBytes);
  if (!isUtf8(bytes)) throw problem('unreadable', { detail: 'The body is not valid UTF-8.' });
  return parseJson(bytes.toString('utf8'));
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

async function readBytes(req: Request, res: Response, limit: number): Promise<Buffer> {
  // the limit holds for what comes out of a compressed body
  const parse = parsers.get(limit) ?? express.raw({ type: () => true, limit });
  parsers.set(limit, parse);
  const withinMs: number = req.app.get(bodyLimit) ?? bodyWithinMs;
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(problem('too-slow', { limit: withinMs / 1000 })), withinMs);
  });
  const read = new Promise<void>((resolve, reject) => {
    parse(req, res, (error: unknown) => (error ? reject(error) : resolve()));
  });
  try {
    await Promise.race([read, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
  const body: unknown = req.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
