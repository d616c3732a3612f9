// An earlier content of a response (revise-response.ts). Read and written by its id alone.
import { Schema } from 'mongoose';
import { contentNames } from '../../shared/survey/response.ts';
import { collection } from '../db/database.ts';
import type { StoredResponse } from './response.model.ts';

export type Content = Pick<StoredResponse, (typeof contentNames)[number]>;

export interface StoredRevision {
  /** `<response>:<number, six digits>` */
  readonly _id: string;
  readonly content: Content;
}

const fields = {
  _id: { type: String, required: true },
  content: { type: Schema.Types.Mixed, required: true },
} satisfies { [K in keyof Required<StoredRevision>]: unknown };

const revisionSchema = new Schema(fields, {
  collection: 'revisions',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

export const storedRevisions = collection<StoredRevision>('Revision', revisionSchema);

export const revisionId = (response: string, revision: number): string =>
  `${response}:${String(revision).padStart(6, '0')}`;

export function revisableOf(stored: Content): Content {
  return Object.fromEntries(contentNames.map((name) => [name, stored[name]])) as unknown as Content; // the names of the type
}
