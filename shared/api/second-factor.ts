// The second factor of signing in: a code of an app on the person's phone (TOTP, RFC 6238), or one of the recovery codes.
import * as v from 'valibot';
import { roles } from './session.ts';

/** as people type it: in groups, in Thai digits; at signing in a recovery code stands for it */
export const GivenCode = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** Why signing in still waits for a code. */
export const codeRefusals = ['missing', 'wrong', 'locked', 'unreadable'] as const;
export type CodeRefusal = (typeof codeRefusals)[number];

export const OwnSecondFactor = v.object({
  /** when it was set up; null: there is none */
  since: v.nullable(v.string()),
  /** recovery codes that were not used yet */
  codesLeft: v.number(),
  /** the person's role must have one */
  required: v.boolean(),
});
export type OwnSecondFactor = v.InferOutput<typeof OwnSecondFactor>;

/** What the app is given, shown this once; nothing is asked for at signing in before a code of it has come. */
export const BegunSecondFactor = v.object({
  /** base32, to be typed where no camera is */
  secret: v.string(),
  /** `otpauth://…`, for the QR code */
  uri: v.string(),
  expiresAt: v.string(),
});
export type BegunSecondFactor = v.InferOutput<typeof BegunSecondFactor>;

export const ConfirmedSecondFactor = v.strictObject({ code: GivenCode });

/** Shown this once; each is taken once. */
export const RecoveryCodes = v.object({ recoveryCodes: v.array(v.string()) });
export type RecoveryCodes = v.InferOutput<typeof RecoveryCodes>;

/** That it is still the person themselves: a code where there is a second factor, else the password. */
export const Proof = v.strictObject({
  password: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  code: v.optional(GivenCode),
});
export type Proof = v.InferOutput<typeof Proof>;

export const ResetSecondFactor = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
});

/** The roles that can be asked to have one; a phone in the field is asked for nothing that it may not have at hand. */
export const rolesWithSecondFactor = ['officer', 'planner', 'administrator'] as const;

export const SignInRules = v.object({
  /** the roles that must have a second factor */
  secondFactor: v.array(v.picklist(rolesWithSecondFactor)),
  /** of everybody who may sign in: how many there are, and how many have one */
  people: v.array(
    v.object({ role: v.picklist(roles), people: v.number(), withSecondFactor: v.number() }),
  ),
});
export type SignInRules = v.InferOutput<typeof SignInRules>;

export const SignInRulesChange = v.strictObject({
  secondFactor: v.pipe(
    v.array(v.picklist(rolesWithSecondFactor)),
    v.maxLength(rolesWithSecondFactor.length),
  ),
});
