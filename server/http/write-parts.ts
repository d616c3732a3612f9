// A long answer, part by part, no faster than its reader takes it.
import type { ServerResponse } from 'node:http';

/** Ends early when its reader leaves. However often it waits, it listens once. */
export async function writeParts(res: ServerResponse, parts: AsyncIterable<string>): Promise<void> {
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
