// The page's end of the worker that makes photos small; on the page itself, a strip at a time, where browsers cannot draw in a worker.
import type { MadePhoto, Surface } from './shrink.ts';
import type { ShrinkAnswer } from './shrink.worker.ts';

/** twenty times what a cheap phone takes for a large picture: what takes longer does not end */
const longestMs = 60_000;

export class TookTooLong extends Error {}

let worker: Worker | undefined;
/** so its file was there */
let hasAnswered = false;
/** one after the other, on the page too: two large pictures at once are more memory than a cheap phone has */
let before: Promise<unknown> = Promise.resolve();

/** @throws TookTooLong, else when the browser cannot read it as a picture */
export function makePhoto(file: Blob): Promise<MadePhoto> {
  const inWorker = typeof Worker === 'function' && typeof OffscreenCanvas === 'function';
  const make = () => inLimit(inWorker ? shrinkInWorker(file) : shrinkOnPage(file));
  const made = before.then(make);
  before = made.catch(() => undefined);
  return made;
}

async function inLimit(made: Promise<MadePhoto>): Promise<MadePhoto> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), longestMs);
  });
  try {
    return await Promise.race([made, late]);
  } catch (error) {
    // whatever it is still at; the next photo begins another
    worker?.terminate();
    worker = undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function shrinkInWorker(file: Blob): Promise<MadePhoto> {
  if (!worker) {
    worker = new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' });
    hasAnswered = false;
  }
  const asked = worker;
  return new Promise((resolve, reject) => {
    asked.onmessage = ({ data }: MessageEvent<ShrinkAnswer>) => {
      hasAnswered = true;
      if (data.made) resolve(data.made);
      else reject(new Error('no picture that this browser can read'));
    };
    asked.onerror = () => {
      // stopped for want of memory
      if (hasAnswered) return reject(new Error('the worker ended'));
      // its file cannot be had, since there is another version by now: this page has the same functions
      worker = undefined;
      shrinkOnPage(file).then(resolve, reject);
    };
    asked.postMessage(file);
  });
}

/** What reads and writes pictures comes with the first one: the form is there without. */
async function shrinkOnPage(file: Blob): Promise<MadePhoto> {
  const { shrink } = await import('./shrink.ts');
  return await shrink(file, surfaceOnPage);
}

/** rows of the small picture that are drawn in one go */
const stripRows = 100;

function surfaceOnPage(width: number, height: number): Surface {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return {
    draw: async (picture) => {
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no room to draw');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, width, height);
      const scale = picture.height / height;
      for (let top = 0; top < height; top += stripRows) {
        const rows = Math.min(stripRows, height - top);
        pen.drawImage(
          ...([picture, 0, top * scale, picture.width, rows * scale] as const),
          ...([0, top, width, rows] as const),
        );
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    toJpeg: (quality) =>
      new Promise((resolve, reject) =>
        canvas.toBlob(
          (blob) => (blob ? resolve(blob) : reject(new Error('no room for it'))),
          'image/jpeg',
          quality,
        ),
      ),
  };
}
