// A line on which nothing comes any more must not hold an upload's place.
import type { Readable } from 'node:stream';
import type { Request } from 'express';
import { problem } from '../http/problem.ts';

/** an upload without a byte for this long is cut */
const silentMs = 60_000;
/** the app's setting that says otherwise */
export const silenceLimit = 'milliseconds without a byte of an upload';

export function silenceOf(req: Request): number {
  return req.app.get(silenceLimit) ?? silentMs;
}

/** The stream's bytes as they arrive. @throws too-slow when none has come for so long */
export async function* bytesOf(stream: Readable, silent: number): AsyncGenerator<Uint8Array> {
  // a stream destroyed half-way would be a failure of its own to multer, before ours
  const pieces = stream.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
  for (;;) {
    const piece = await withinMs(silent, pieces.next());
    if (piece.done) return;
    yield piece.value;
  }
}

async function withinMs<T>(ms: number, coming: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(problem('too-slow', { limit: ms / 1000 })), ms);
  });
  try {
    return await Promise.race([coming, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
