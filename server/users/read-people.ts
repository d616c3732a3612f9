// People, as far as the reader may manage them: nobody else's are listed or found.
import type { PageOfPeople, PeopleCounts, Person, PersonState } from '../../shared/api/people.ts';
import type { Role, User } from '../../shared/api/session.ts';
import { mayManage } from '../../shared/people/managing.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { findUser } from './find-user.ts';
import { toPerson } from './person.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

type Reading = Pick<Context, 'db' | 'now'>;

export interface PeopleFilter {
  readonly role?: Role | undefined;
  readonly office?: string | undefined;
  readonly state?: PersonState | undefined;
  /** letters of the user name, the name or the e-mail */
  readonly q?: string | undefined;
}

/** In the order of their user names; the first page also counts all of them. */
export async function listPeople(
  { db, now }: Reading,
  manager: User,
  filter: PeopleFilter,
  { limit, after }: Page,
): Promise<PageOfPeople> {
  const { office, state } = filter;
  // who manages the own office alone need not look through the others
  const only = manager.role === 'officer' ? manager.office : office;
  const isWanted = wantedBy(filter);
  const page = new PageOf<Person>(limit);
  const tally = new PeopleTally();
  let isFull = false;
  const found = db
    .model(storedUsers)
    .find({ ...(only !== undefined && { office: only }), _id: { $gt: after ?? '' } })
    .sort({ _id: 1 })
    .lean<StoredUser>()
    .cursor();
  try {
    for await (const stored of found) {
      if (!mayManage(manager, stored) || !isWanted(stored)) continue;
      const person = toPerson(stored, now());
      tally.add(person);
      if (isFull || (state !== undefined && person.state !== state)) continue;
      isFull = !page.add(person);
      if (isFull && after !== null) break;
    }
  } finally {
    await found.close();
  }
  const next = isFull ? (page.items.at(-1)?.username ?? null) : null;
  return { items: page.items, next, counts: after === null ? tally.counts : null };
}

class PeopleTally {
  readonly #counts: Record<PersonState, number> = {
    active: 0,
    invited: 0,
    expired: 0,
    disabled: 0,
  };
  readonly #offices = new Set<string>();

  add({ state, office }: Person): void {
    this.#counts[state]++;
    this.#offices.add(office);
  }

  get counts(): PeopleCounts {
    return { ...this.#counts, offices: this.#offices.size };
  }
}

/** Whatever their state. */
function wantedBy({ role, office, q }: PeopleFilter): (stored: StoredUser) => boolean {
  const sought = normaliseLine(q ?? '').toLowerCase();
  return (stored) => {
    if (role !== undefined && stored.role !== role) return false;
    if (office !== undefined && stored.office !== office) return false;
    const { _id, name, email } = stored;
    return sought === '' || [_id, name, email ?? ''].some((t) => t.toLowerCase().includes(sought));
  };
}

/** @throws not-found, also for somebody whom the reader may not manage */
export async function readPerson(
  context: Reading,
  manager: User,
  username: string,
): Promise<Person> {
  const stored = await findUser(context, username.toLowerCase());
  if (!stored || !mayManage(manager, stored)) throw noSuchPerson();
  return toPerson(stored, context.now());
}

export const noSuchPerson = () =>
  problem('not-found', { detail: 'There is no such person among those whom you manage.' });

/** How many who may sign in belong to an office. */
export async function countPeopleOf({ db }: Pick<Context, 'db'>, office: string): Promise<number> {
  let count = 0;
  const found = db.model(storedUsers).find({ office }).sort({ _id: 1 }).lean<StoredUser>().cursor();
  for await (const { active } of found) if (active) count++;
  return count;
}

/** Those who may sign in. */
export async function countEnumerators({ db }: Pick<Context, 'db'>): Promise<number> {
  let count = 0;
  const enumerators = { role: 'enumerator' } as const;
  const found = db
    .model(storedUsers)
    .find(enumerators)
    .sort({ _id: 1 })
    .lean<StoredUser>()
    .cursor();
  for await (const { active } of found) if (active) count++;
  return count;
}
