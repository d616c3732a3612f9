// Makes photos small beside the page, which stays quick. Loaded with the first photo.
import { type MadePhoto, type Surface, shrink } from './shrink.ts';

/** To a file: null when the browser cannot read it as a picture. */
export interface ShrinkAnswer {
  readonly made: MadePhoto | null;
}

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

/** the page asks for one at a time */
addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  const answer: ShrinkAnswer = { made: await shrink(data, surfaceOf).catch(() => null) };
  postMessage(answer);
});
