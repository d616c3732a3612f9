// Tokens that people make for their scripts. A token is nothing without its person: what it may is asked of both at each request.
import { Schema } from 'mongoose';
import type { TokenVerb } from '../../shared/api/me.ts';
import { collection } from '../db/database.ts';

export interface StoredToken {
  /** SHA-256 (base64url) of the token */
  readonly _id: string;
  readonly username: string;
  /** the person's `tokenVersion` when it was made: another one now ends it */
  readonly tokenVersion: number;
  readonly name: string;
  readonly verbs: readonly TokenVerb[];
  readonly createdAt: Date;
  /** when it was last used, to within some minutes */
  readonly seenAt: Date | null;
  readonly expiresAt: Date;
}

const fields = {
  _id: { type: String, required: true },
  username: { type: String, required: true },
  tokenVersion: { type: Number, required: true },
  name: { type: String, required: true },
  verbs: { type: [String], required: true },
  createdAt: { type: Date, required: true },
  seenAt: { type: Date, default: null },
  expiresAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredToken>]: unknown };

const tokenSchema = new Schema(fields, {
  collection: 'tokens',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// forgotten by the database once expired
tokenSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
// a person's own
tokenSchema.index({ username: 1, _id: 1 });

export const storedTokens = collection<StoredToken>('Token', tokenSchema);
