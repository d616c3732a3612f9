// Makes photos small beside the page, which stays quick. Loaded with the first photo.
import { type MadePhoto, type Surface, shrink } from './shrink.ts';

/** What the page asks, and what it answers. */
export interface AskedToShrink {
  readonly no: number;
  readonly file: Blob;
}
export type ShrinkAnswer = { readonly no: number } & (
  | { readonly made: MadePhoto }
  | { readonly failed: true }
);

function surfaceOf(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(width, height);
  return {
    draw: async (picture) => {
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no room to draw');
      // what is transparent is white on paper, too
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, width, height);
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(picture, 0, 0, width, height);
    },
    toJpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }),
  };
}

/** one after the other: two large pictures at once are more memory than a cheap phone has */
let before: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data: { no, file } }: MessageEvent<AskedToShrink>) => {
  before = before.then(async () => {
    const answer: ShrinkAnswer = await shrink(file, surfaceOf).then(
      (made) => ({ no, made }),
      () => ({ no, failed: true }),
    );
    postMessage(answer);
  });
});
