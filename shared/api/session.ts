// Signing in and who is signed in.
import * as v from 'valibot';

export const roles = ['enumerator', 'officer', 'planner', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Where a person may look and act: everywhere, one region, or one province. */
export const Scope = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('region'), region: v.string() }),
  v.object({ kind: v.literal('province'), province: v.string() }),
]);
export type Scope = v.InferOutput<typeof Scope>;

/** The same as somebody sends it: nothing else beside it. */
export const GivenScope = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('region'), region: v.string() }),
  v.strictObject({ kind: v.literal('province'), province: v.string() }),
]);

export const SignIn = v.strictObject({
  username: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  /** of the second factor, where there is one */
  code: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
});
export type SignIn = v.InferOutput<typeof SignIn>;

export const User = v.object({
  username: v.string(),
  name: v.string(),
  role: v.picklist(roles),
  /** the id of the office they belong to */
  office: v.string(),
  scope: Scope,
});
export type User = v.InferOutput<typeof User>;

/** true: the role must have a second factor and there is none; nothing else may be done before it is set up */
const secondFactorMissing = v.boolean();

/** Why somebody who came from the organisation's sign-in service was not let in. */
export const serviceRefusals = [
  /** they did not want to, there */
  'declined',
  'unreachable',
  /** too late, used already, or begun in another browser */
  'over',
  /** what came back was not right */
  'failed',
  /** not signed in there as strongly as is asked for here */
  'weak',
  'no-role',
  'no-office',
  'no-place',
  'no-account',
  'no-name',
  'name-taken',
  /** another account here signs in so */
  'other-account',
  'disabled',
  'last-administrator',
  'too-many',
] as const;
export type ServiceRefusalReason = (typeof serviceRefusals)[number];

/** How one can sign in here. */
export const SignInWays = v.object({
  /** the organisation's own sign-in service, by what people call it; null: there is none */
  service: v.nullable(v.object({ nameTh: v.string(), nameEn: v.string() })),
  /** false: by name and password only administrators of the whole country, for an emergency */
  passwords: v.boolean(),
});
export type SignInWays = v.InferOutput<typeof SignInWays>;

/** Where to go on to, so that the session at the sign-in service ends as well. */
export const SignedOut = v.object({ goOnTo: v.string() });

export const SignedIn = v.object({
  token: v.string(),
  expiresAt: v.string(),
  user: User,
  secondFactorMissing,
});
export type SignedIn = v.InferOutput<typeof SignedIn>;

/** `demo`: this server shows invented demonstration data and says so on every page. */
export const CurrentSession = v.object({
  user: User,
  demo: v.boolean(),
  expiresAt: v.string(),
  secondFactorMissing,
  ways: SignInWays,
});
export type CurrentSession = v.InferOutput<typeof CurrentSession>;
