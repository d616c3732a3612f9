// People who sign in, and their sessions. A session holds a copy of what its user may do, so that one read opens a request;
// changing a user ends the user's sessions.
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
  readonly createdAt: Date;
}

const userFields = {
  _id: { type: String, required: true },
  name: { type: String, required: true },
  role: { type: String, required: true },
  scope: { type: Schema.Types.Mixed, required: true },
  password: { type: String, required: true },
  active: { type: Boolean, required: true },
  createdAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredUser>]: unknown };

const userSchema = new Schema(userFields, {
  collection: 'users',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export interface StoredSession {
  /** random; stands in the token as `jti` */
  readonly _id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const sessionFields = {
  _id: { type: String, required: true },
  username: { type: String, required: true },
  name: { type: String, required: true },
  role: { type: String, required: true },
  scope: { type: Schema.Types.Mixed, required: true },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredSession>]: unknown };

const sessionSchema = new Schema(sessionFields, {
  collection: 'sessions',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// a person's sessions, to end them when the person changes
sessionSchema.index({ username: 1 });
// forgotten by the database once expired
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const storedUsers = collection<StoredUser>('User', userSchema);
export const storedSessions = collection<StoredSession>('Session', sessionSchema);
