// People who sign in, and their sessions. Every request asks for both: a change of the person ends the sessions at once.
import { Schema } from 'mongoose';
import type { Role, Scope } from '../../shared/api/session.ts';
import { collection } from '../db/database.ts';
import type { StoredRecoveryCodes } from './recovery-codes.ts';

export interface StoredUser {
  /** the user name, lower case */
  readonly _id: string;
  readonly name: string;
  readonly role: Role;
  /** the id of the office they belong to */
  readonly office: string;
  readonly scope: Scope;
  readonly email?: string | null;
  /** argon2id, PHC string; null: never set */
  readonly password: string | null;
  /** by which they set their password; null: none stands */
  readonly invitation?: StoredInvitation | null;
  /** null: none */
  readonly secondFactor?: StoredSecondFactor | null;
  /** set up, but no code of it has come yet */
  readonly secondFactorBegun?: StoredBegun | null;
  /** who they are at the organisation's sign-in service; null: they do not sign in there */
  readonly service?: StoredAtService | null;
  readonly active: boolean;
  /** grows when their sessions end: with every change of role, office, scope, password or state; absent: 1 */
  readonly version?: number;
  /** grows when their tokens end; absent: 1 */
  readonly tokenVersion?: number;
  /** grows with every change, so that two at once do not overwrite each other */
  readonly revision: number;
  /** signs in only where the demonstration is on */
  readonly demo?: boolean;
  /** its password was made up, and it is not known that anybody has read it */
  readonly unshown?: boolean;
  readonly createdAt: Date;
  /** when they were last seen, to within some minutes */
  readonly seenAt?: Date | null;
}

export interface StoredInvitation {
  /** SHA-256 (base64url) of the code */
  readonly digest: string;
  readonly expiresAt: Date;
}

export interface StoredAtService {
  /** SHA-256 (base64url) of the service's address and the subject that it knows them by */
  readonly digest: string;
  readonly since: Date;
}

export interface StoredSecondFactor {
  /** what the app was given, sealed (seal.ts) */
  readonly secret: string;
  readonly since: Date;
  /** the step of time of the last code that was taken: none of it or before is taken again */
  readonly lastStep: number;
  /** wrong codes since the last right one */
  readonly wrong: number;
  readonly recovery: StoredRecoveryCodes;
}

export interface StoredBegun {
  /** sealed, as above */
  readonly secret: string;
  readonly expiresAt: Date;
}

const secondFactorFields = {
  secret: String,
  since: Date,
  lastStep: Number,
  wrong: Number,
  recovery: new Schema({ salt: String, digests: [String] }, { _id: false, strict: 'throw' }),
};

const userFields = {
  _id: { type: String, required: true },
  name: { type: String, required: true },
  role: { type: String, required: true },
  office: { type: String, required: true },
  scope: { type: Schema.Types.Mixed, required: true },
  email: { type: String, default: null },
  password: { type: String, default: null },
  invitation: {
    type: new Schema({ digest: String, expiresAt: Date }, { _id: false, strict: 'throw' }),
    default: null,
  },
  secondFactor: {
    type: new Schema(secondFactorFields, { _id: false, strict: 'throw' }),
    default: null,
  },
  secondFactorBegun: {
    type: new Schema({ secret: String, expiresAt: Date }, { _id: false, strict: 'throw' }),
    default: null,
  },
  service: {
    type: new Schema({ digest: String, since: Date }, { _id: false, strict: 'throw' }),
    default: null,
  },
  active: { type: Boolean, required: true },
  version: { type: Number, default: 1 },
  tokenVersion: { type: Number, default: 1 },
  revision: { type: Number, required: true },
  demo: { type: Boolean, default: false },
  unshown: { type: Boolean },
  createdAt: { type: Date, required: true },
  seenAt: { type: Date, default: null },
} satisfies { [K in keyof Required<StoredUser>]: unknown };

const userSchema = new Schema(userFields, {
  collection: 'users',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// the people of an office, in the order of their names; who has none yet, from before there were any
userSchema.index({ office: 1, _id: 1 });
// the people of a role: whether there is another administrator
userSchema.index({ role: 1, _id: 1 });
// whom an invitation is for
userSchema.index({ 'invitation.digest': 1 });
// who somebody from the sign-in service is
userSchema.index({ 'service.digest': 1 });

export interface StoredSession {
  /** SHA-256 (base64url) of the id that stands in the token as `jti` */
  readonly _id: string;
  readonly username: string;
  /** the person's version when it was opened: another one now ends it */
  readonly userVersion: number;
  /** browser and system; absent in older ones */
  readonly device?: string | null;
  readonly createdAt: Date;
  /** when it was last used, to within some minutes */
  readonly seenAt: Date;
  /** when the person last showed that it is them; absent: when it was opened */
  readonly provenAt?: Date | null;
  /** what the sign-in service said, sealed (seal.ts), to end the session there too; null: by a password */
  readonly byService?: string | null;
  readonly expiresAt: Date;
}

const sessionFields = {
  _id: { type: String, required: true },
  username: { type: String, required: true },
  userVersion: { type: Number, required: true },
  device: { type: String, default: null },
  createdAt: { type: Date, required: true },
  seenAt: { type: Date, required: true },
  provenAt: { type: Date, default: null },
  byService: { type: String, default: null },
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
// a person's own
sessionSchema.index({ username: 1, _id: 1 });

export const storedUsers = collection<StoredUser>('User', userSchema);
export const storedSessions = collection<StoredSession>('Session', sessionSchema);
