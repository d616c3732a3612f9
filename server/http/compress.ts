// Long answers are compressed where their reader takes that. Most are a few hundred bytes, and nothing is done for those.

import compression from 'compression';
import type { Response } from 'express';

const threshold = 1024;

/** A middleware: whatever is written after it, when it is long. */
export const compress = compression({ threshold });

/** The whole of an answer, its status and other headers being set. */
export function writeText(res: Response, type: string, text: string): void {
  const bytes = Buffer.byteLength(text);
  res.setHeader('Content-Type', type);
  res.setHeader('Content-Length', bytes);
  if (bytes < threshold) res.end(text);
  else compress(res.req, res, () => res.end(text));
}
