// A photo: a document of its own beside the response that names it. Written once, never changed; erased with the words.
import { Schema } from 'mongoose';
import type { PhotoType } from '../../shared/photos/photo.ts';
import { collection } from '../db/database.ts';

export interface StoredPhoto {
  /** `<response>:<digest>`: who sends it twice, or with several phones, sends one */
  readonly _id: string;
  /** as the driver gives them; what is read of them is a buffer (read-photos.ts) */
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly type: PhotoType;
  readonly width: number;
  readonly height: number;
  readonly by: string;
  readonly receivedAt: Date;
}

const fields = {
  _id: { type: String, required: true },
  bytes: { type: Buffer, required: true },
  size: { type: Number, required: true },
  type: { type: String, required: true },
  width: { type: Number, required: true },
  height: { type: Number, required: true },
  by: { type: String, required: true },
  receivedAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredPhoto>]: unknown };

const photoSchema = new Schema(fields, {
  collection: 'photos',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedPhotos = collection<StoredPhoto>('Photo', photoSchema);

export const photoId = (response: string, digest: string): string => `${response}:${digest}`;
