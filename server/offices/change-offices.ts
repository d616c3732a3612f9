// Adding an office, and changing one. None is ever removed.
import type { NewOffice, Office, OfficeChange } from '../../shared/api/offices.ts';
import type { Scope } from '../../shared/api/session.ts';
import { isKnownScope, isScopeWithin } from '../../shared/places/scope.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { storedOffices } from './office.model.ts';
import { everyOffice, findOffice, toOffice } from './read-offices.ts';

type Changing = Pick<Context, 'db' | 'now'>;

/** @throws office-exists, office-invalid, not-allowed */
export async function addOffice(
  context: Changing,
  { id, state = 'active', ...rest }: NewOffice,
  scope: Scope,
  audit: Audit,
): Promise<Office> {
  refusePlace(rest.place, scope);
  // ids that differ by the size of their letters alone would be taken for each other
  const all = await everyOffice(context);
  if (all.some((one) => one.id.toLowerCase() === id.toLowerCase())) throw known(id);
  const stored = { _id: id, ...rest, state, createdAt: context.now() };
  const changes = auditedChanges({}, { ...rest, state });
  await audit.before({ what: 'office-added', on: `office:${id}`, changes }, async () => {
    try {
      return await context.db.model(storedOffices).collection.insertOne(stored as never);
    } catch (error) {
      throw isDuplicateKey(error) ? known(id) : error;
    }
  });
  return toOffice(stored);
}

/** `peopleOf`: how many who may sign in belong to it. @throws not-found, office-used, office-invalid, not-allowed */
export async function changeOffice(
  context: Changing,
  id: string,
  change: OfficeChange,
  scope: Scope,
  { peopleOf, audit }: { peopleOf: (office: string) => Promise<number>; audit: Audit },
): Promise<Office> {
  const before = await findOffice(context, id);
  if (!before) throw problem('not-found', { detail: 'There is no such office.' });
  refusePlace(before.place, scope);
  if (change.place) refusePlace(change.place, scope);
  const people = change.state === 'closed' ? await peopleOf(id) : 0;
  if (people > 0)
    throw problem('office-used', {
      people,
      detail: 'Give its people another office first, or disable them.',
    });
  const after = { ...before, ...givenOf(change) };
  if (Object.keys(change).length === 0) return after;
  const changes = auditedChanges(before, after);
  await audit.before({ what: 'office-changed', on: `office:${id}`, changes }, () =>
    context.db.model(storedOffices).updateOne({ _id: id }, { $set: change }),
  );
  return after;
}

function givenOf(change: OfficeChange): Partial<Office> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Office>; // the same names, those that were given
}

function refusePlace(place: Scope, scope: Scope): void {
  if (!isKnownScope(place))
    throw problem('office-invalid', {
      errors: [{ pointer: '/body/place', code: 'unknown-scope' }],
      detail: 'There is no such region or province.',
    });
  if (!isScopeWithin(place, scope))
    throw problem('not-allowed', {
      detail: 'The office answers for a place outside of your scope.',
    });
}

const known = (id: string) => problem('office-exists', { detail: `There is an office \`${id}\`.` });
