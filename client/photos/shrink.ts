// A picture from a camera as it is kept: small, upright, and nothing but the picture. In a worker, or on the page where there is none.

import { cleanJpeg } from '../../shared/photos/jpeg.ts';
import { photoLimits } from '../../shared/photos/photo.ts';
import { readPhoto } from '../../shared/photos/read-photo.ts';
import { hexOf } from '../../shared/text/hex.ts';
import { sha256OfBytes } from '../data/sha256.ts';

export interface MadePhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

/** A drawing surface, of which there are two kinds. */
export interface Surface {
  draw(picture: ImageBitmap): Promise<void>;
  toJpeg(quality: number): Promise<Blob>;
}

/** each tried until one is small enough */
const qualities = [0.82, 0.7, 0.58, 0.46] as const;
const narrower = 0.75;
const narrowest = 320;

/** @throws when the browser cannot read it as a picture */
export async function shrink(
  file: Blob,
  surfaceOf: (width: number, height: number) => Surface,
): Promise<MadePhoto> {
  // upright by what the camera says of its orientation, which is gone afterwards like all it says
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const longer = Math.max(picture.width, picture.height);
    for (let side = Math.min(longer, photoLimits.madeSide); ; side = Math.round(side * narrower)) {
      const scale = side / longer;
      const [width, height] = [picture.width, picture.height].map((length) =>
        Math.max(1, Math.round(length * scale)),
      );
      const surface = surfaceOf(width ?? 1, height ?? 1);
      await surface.draw(picture);
      for (const quality of qualities) {
        const made = await cleaned(await surface.toJpeg(quality));
        if (made.length <= photoLimits.madeBytes || side < narrowest)
          return { bytes: made, digest: hexOf(sha256OfBytes(made)) };
      }
    }
  } finally {
    picture.close();
  }
}

async function cleaned(jpeg: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const clean = cleanJpeg(new Uint8Array(await jpeg.arrayBuffer()));
  if (!clean || typeof readPhoto(clean) === 'string')
    throw new Error('the browser made no JPEG of it');
  return new Uint8Array(clean);
}
