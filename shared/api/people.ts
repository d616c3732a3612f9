// People who sign in, as those who manage them see them, and the invitations by which they set their own passwords.
import * as v from 'valibot';
import { GivenScope, roles, Scope } from './session.ts';

/** `invited`: has a link by which to set a password, and has never set one; `expired`: has never set one, and no link that still works. */
export const personStates = ['active', 'invited', 'expired', 'disabled'] as const;
export type PersonState = (typeof personStates)[number];

export const Person = v.object({
  username: v.string(),
  name: v.string(),
  role: v.picklist(roles),
  office: v.string(),
  scope: Scope,
  email: v.nullable(v.string()),
  state: v.picklist(personStates),
  /** the invitation that still stands: its code is known to whoever was given it */
  invitation: v.nullable(v.object({ expiresAt: v.string() })),
  hasSecondFactor: v.boolean(),
  /** signs in by the organisation's own service */
  signsInByService: v.boolean(),
  /** signs in only where the demonstration is on */
  demo: v.boolean(),
  createdAt: v.string(),
  /** when they were last seen, to within some minutes; null: never */
  seenAt: v.nullable(v.string()),
});
export type Person = v.InferOutput<typeof Person>;

/** Of everybody whom the filters select whatever their state; `offices`: how many they belong to. */
export const PeopleCounts = v.object({
  active: v.number(),
  invited: v.number(),
  expired: v.number(),
  disabled: v.number(),
  offices: v.number(),
});
export type PeopleCounts = v.InferOutput<typeof PeopleCounts>;

export const PageOfPeople = v.object({
  items: v.array(Person),
  next: v.nullable(v.string()),
  /** with the first page alone */
  counts: v.nullable(PeopleCounts),
});
export type PageOfPeople = v.InferOutput<typeof PageOfPeople>;

/** `code` is shown this once. */
export const Invitation = v.object({ code: v.string(), expiresAt: v.string() });
export type Invitation = v.InferOutput<typeof Invitation>;

export const InvitedPerson = v.object({ person: Person, invitation: Invitation });
export type InvitedPerson = v.InferOutput<typeof InvitedPerson>;

/** as people type them: letters of any size, spaces around */
const username = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z][a-z0-9._-]{1,38}[a-z0-9]$/),
);
const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const officeId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const email = v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254));

export const NewPerson = v.strictObject({
  username,
  name: personName,
  role: v.picklist(roles),
  office: officeId,
  scope: GivenScope,
  email: v.nullish(email),
});
export type NewPerson = v.InferOutput<typeof NewPerson>;

export const PersonChange = v.partial(
  v.strictObject({
    name: personName,
    role: v.picklist(roles),
    office: officeId,
    scope: GivenScope,
    email: v.nullable(email),
    disabled: v.boolean(),
  }),
);
export type PersonChange = v.InferOutput<typeof PersonChange>;

/** What is wrong with a row of a file of people; `column` is its own header. */
export const peopleFaults = [
  'missing',
  'unreadable',
  'unknown-role',
  'unknown-office',
  'closed-office',
  'unknown-scope',
  'twice-in-file',
  'person-exists',
  'beyond-yours',
] as const;
export type PeopleFault = (typeof peopleFaults)[number];

/** `same`: such a person is there already, and nothing changes. */
export const peopleOutcomes = ['new', 'same', 'wrong'] as const;

export const PeopleRow = v.object({
  row: v.number(),
  /** where the record starts in the file */
  line: v.number(),
  username: v.string(),
  name: v.string(),
  outcome: v.picklist(peopleOutcomes),
  reasons: v.array(v.object({ code: v.picklist(peopleFaults), column: v.string() })),
  /** of who was added now; shown this once */
  invitation: v.nullable(Invitation),
});
export type PeopleRow = v.InferOutput<typeof PeopleRow>;

export const PeopleAdded = v.object({
  counts: v.object({ rows: v.number(), new: v.number(), same: v.number(), wrong: v.number() }),
  rows: v.array(PeopleRow),
});
export type PeopleAdded = v.InferOutput<typeof PeopleAdded>;

/** Whom an invitation is for. */
export const Invited = v.object({ username: v.string(), name: v.string(), expiresAt: v.string() });
export type Invited = v.InferOutput<typeof Invited>;

export const AcceptedInvitation = v.strictObject({
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  /** of the second factor, where there is one */
  code: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
});
