// The bytes of a request's body, bounded in size and time.
import type { Request, Response } from 'express';
import express from 'express';
import { problem } from './problem.ts';

export interface BodyBounds {
  readonly bytes: number;
  readonly withinMs: number;
  /** hears how many have been read, as they come */
  readonly count?: (bytes: number) => void;
}

/** @throws too-large, too-slow, unreadable */
export function readBytes(req: Request, res: Response, bounds: BodyBounds): Promise<Buffer> {
  const { 'content-encoding': encoding = 'identity' } = req.headers;
  return encoding === 'identity' ? readPlain(req, bounds) : readPacked(req, res, bounds);
}

const parsers = new Map<number, express.RequestHandler>();

/** The limit holds for what comes out of a compressed body. */
async function readPacked(
  req: Request,
  res: Response,
  { bytes, withinMs, count }: BodyBounds,
): Promise<Buffer> {
  const parse = parsers.get(bytes) ?? express.raw({ type: () => true, limit: bytes });
  parsers.set(bytes, parse);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow(withinMs)), withinMs);
    parse(req, res, (error: unknown) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    });
  });
  const body: unknown = req.body;
  const unpacked = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  count?.(unpacked.length);
  return unpacked;
}

/** What every form sends, so by the shortest way. */
function readPlain(req: Request, { bytes, withinMs, count }: BodyBounds): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const take = (part: Buffer) => {
      length += part.length;
      count?.(part.length);
      if (length > bytes) return settle(() => reject(tooLarge()));
      parts.push(part);
    };
    const end = () => settle(() => resolve(Buffer.concat(parts)));
    const endTooEarly = () => settle(() => reject(cutOff()));
    const timer = setTimeout(() => settle(() => reject(tooSlow(withinMs))), withinMs);
    const settle = (tell: () => void) => {
      clearTimeout(timer);
      req.pause();
      req.off('data', take).off('end', end).off('close', endTooEarly).off('error', endTooEarly);
      tell();
    };
    if (Number(req.headers['content-length'] ?? 0) > bytes) return settle(() => reject(tooLarge()));
    req.on('data', take).on('end', end).on('close', endTooEarly).on('error', endTooEarly);
  });
}

const tooLarge = () => problem('too-large', { detail: 'The body is larger than is read here.' });
const tooSlow = (ms: number) => problem('too-slow', { limit: ms / 1000 });
const cutOff = () => problem('unreadable', { detail: 'The request ended too early.' });
