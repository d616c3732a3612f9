// A long answer, part by part, no faster than its reader takes it.
import type { Response } from 'express';
import { compress } from './compress.ts';

/** Ends early when its reader leaves. However often it waits, it listens once. */
export async function writeParts(
  res: Response,
  parts: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  compress(res.req, res, () => undefined);
  let goOn = (): void => undefined;
  const wake = (): void => goOn();
  res.on('drain', wake);
  res.once('close', wake);
  for await (const part of parts) {
    if (res.destroyed) return;
    if (res.write(part)) continue;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
  res.end();
}
