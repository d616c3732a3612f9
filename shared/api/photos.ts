// The photos of a response: named in it by their digests, sent after it one by one.
import * as v from 'valibot';
import { photoTypes } from '../photos/photo.ts';

/** 201 when stored now, 200 with the same body when it was stored before. */
export const PhotoReceipt = v.object({
  /** of the response */
  id: v.string(),
  digest: v.string(),
  receivedAt: v.string(),
});
export type PhotoReceipt = v.InferOutput<typeof PhotoReceipt>;

/** Of every photo that the response names, in its order, whether it has arrived. */
export const PhotoList = v.object({
  items: v.array(
    v.object({
      digest: v.string(),
      /** the id of the issue that it belongs to */
      issue: v.string(),
      /** null: not yet */
      arrived: v.nullable(
        v.object({
          receivedAt: v.string(),
          type: v.picklist(photoTypes),
          bytes: v.number(),
          width: v.number(),
          height: v.number(),
        }),
      ),
    }),
  ),
  next: v.null(),
});
export type PhotoList = v.InferOutput<typeof PhotoList>;
