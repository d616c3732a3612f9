// Somebody comes back from the organisation's sign-in service: who they are here, and whether they come in.
import * as v from 'valibot';
import { NewPerson } from '../../shared/api/people.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call, Context } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { findOffice } from '../offices/read-offices.ts';
import { type Claims, mapClaims, textClaim } from '../single-sign-on/mapping.ts';
import { ServiceRefusal } from '../single-sign-on/refusal.ts';
import type { ServiceSettings } from '../single-sign-on/settings.ts';
import {
  addFromService,
  addServiceTo,
  digestOfSubject,
  endAllOf,
  findAtService,
  followService,
  type PersonAtService,
} from './service-people.ts';
import { livingSession, mayEnter } from './sessions.ts';
import type { StoredUser } from './user.model.ts';

type Arriving = Pick<Call, 'context' | 'req' | 'res'>;

/** Adds them the first time, when that is allowed, and follows the mapping each time. @throws ServiceRefusal */
export async function personOfClaims(
  { context, req, res }: Arriving,
  settings: ServiceSettings,
  claims: Claims,
): Promise<StoredUser> {
  const audit = auditOf({ context, req, res });
  const digest = digestOfSubject(settings.issuer, String(claims.sub));
  const known = await findAtService(context, digest);
  try {
    if (known && !mayEnter(known, context.demo)) throw new ServiceRefusal('disabled');
    const place = await placeOfClaims(context, settings, claims);
    const person = { ...place, digest };
    if (known) return await followService(context, known, person, audit);
    if (!settings.addsPeople) throw new ServiceRefusal('no-account');
    return await addFromService(context, person, newPersonOf(settings, claims, place), audit);
  } catch (error) {
    const { reason } = refusalOf(error);
    if (known?.active && losesAccess.has(reason)) await endAllOf(context, known);
    throw new ServiceRefusal(reason, error, known?._id);
  }
}

/**
 * Adds this way in to the account of whoever is signed in and began it: the session stands in what only the server can have sealed, and
 * must live still. @throws ServiceRefusal
 */
export async function addService(
  { context, req, res }: Arriving,
  settings: ServiceSettings,
  claims: Claims,
  adding: { readonly username: string; readonly session: string },
): Promise<void> {
  const living = await livingSession(context, adding.session);
  if (living?.user._id !== adding.username) throw new ServiceRefusal('over');
  // or they would lose, by signing in there, what they have here
  await placeOfClaims(context, settings, claims);
  const digest = digestOfSubject(settings.issuer, String(claims.sub));
  await addServiceTo(context, adding.username, digest, auditOf({ context, req, res }));
}

/** What the service says of a person no longer entitles them to what they have. */
const losesAccess = new Set<ServiceRefusal['reason']>(['no-role', 'no-office', 'no-place']);

async function placeOfClaims(
  context: Context,
  settings: ServiceSettings,
  claims: Claims,
): Promise<Omit<PersonAtService, 'digest'>> {
  const { role, office, scope } = mapClaims(settings.mapping, claims);
  const known = await findOffice(context, office);
  if (known?.state !== 'active') throw new ServiceRefusal('no-office');
  return { role, office, scope: scope ?? known.place };
}

/** By the same rules as everybody who is added. @throws ServiceRefusal */
function newPersonOf(
  { usernameClaim }: ServiceSettings,
  claims: Claims,
  place: Omit<PersonAtService, 'digest'>,
): { username: string; name: string; email: string | null } {
  const given = textClaim(claims, usernameClaim);
  const email = claims.email_verified === false ? undefined : textClaim(claims, 'email');
  const person = { username: given, name: textClaim(claims, 'name') ?? given, ...place };
  const read = v.safeParse(NewPerson, person);
  if (!read.success) throw new ServiceRefusal('no-name');
  const { username, name } = read.output;
  const withEmail = v.safeParse(NewPerson, { ...person, email });
  return { username, name, email: (withEmail.success && withEmail.output.email) || null };
}

/** Anything that a person can be told; the rest is an error of ours. */
function refusalOf(error: unknown): ServiceRefusal {
  if (error instanceof ServiceRefusal) return error;
  if (error instanceof Problem && error.type === 'last-administrator')
    return new ServiceRefusal('last-administrator', error);
  throw error;
}
