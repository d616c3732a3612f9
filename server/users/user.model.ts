// People who sign in, and their sessions. Every request reads both: a change of the person ends the sessions at once.
import { Schema } from 'mongoose';
import type { Role, Scope } from '../../shared/api/session.ts';
import { collection } from '../db/database.ts';

export interface StoredUser {
  /** the user name, lower case */
  readonly _id: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  /** argon2id, PHC string */
  readonly password: string;
  readonly active: boolean;
  /** grows with every change of role, scope, password or state; absent: 1 */
  readonly version?: number;
  /** signs in only where the demonstration is on */
  readonly demo?: boolean;
  readonly createdAt: Date;
}

const userFields = {
  _id: { type: String, required: true },
  name: { type: String, required: true },
  role: { type: String, required: true },
  scope: { type: Schema.Types.Mixed, required: true },
  password: { type: String, required: true },
  active: { type: Boolean, required: true },
  version: { type: Number, default: 1 },
  demo: { type: Boolean, default: false },
  createdAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredUser>]: unknown };

const userSchema = new Schema(userFields, {
  collection: 'users',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export interface StoredSession {
  /** SHA-256 (base64url) of the id that stands in the token as `jti` */
  readonly _id: string;
  readonly username: string;
  /** the person's version when it was opened: another one now ends it */
  readonly userVersion: number;
  readonly createdAt: Date;
  /** when it was last used, to within some minutes */
  readonly seenAt: Date;
  readonly expiresAt: Date;
}

const sessionFields = {
  _id: { type: String, required: true },
  username: { type: String, required: true },
  userVersion: { type: Number, required: true },
  createdAt: { type: Date, required: true },
  seenAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredSession>]: unknown };

const sessionSchema = new Schema(sessionFields, {
  collection: 'sessions',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// forgotten by the database once expired
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const storedUsers = collection<StoredUser>('User', userSchema);
export const storedSessions = collection<StoredSession>('Session', sessionSchema);
