// The page's end of the worker that makes photos small; on the page itself, a strip at a time, where browsers cannot draw in a worker.
import { type MadePhoto, type Surface, shrink } from './shrink.ts';
import type { AskedToShrink, ShrinkAnswer } from './shrink.worker.ts';

interface Waiting {
  readonly resolve: (made: MadePhoto) => void;
  readonly reject: (error: unknown) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let asked = 0;

/** @throws when the browser cannot read it as a picture */
export function makePhoto(file: Blob): Promise<MadePhoto> {
  if (typeof Worker !== 'function' || typeof OffscreenCanvas !== 'function')
    return shrink(file, surfaceOnPage);
  worker ??= begin();
  const ask: AskedToShrink = { no: ++asked, file };
  return new Promise((resolve, reject) => {
    waiting.set(ask.no, { resolve, reject });
    worker?.postMessage(ask);
  });
}

function begin(): Worker {
  const made = new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<ShrinkAnswer>) => {
    const one = waiting.get(data.no);
    waiting.delete(data.no);
    if ('made' in data) one?.resolve(data.made);
    else one?.reject(new Error('no picture that this browser can read'));
  });
  // it could not be loaded, or was stopped for want of memory: the next photo begins another
  made.addEventListener('error', () => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error('the worker ended'));
    waiting.clear();
  });
  return made;
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
