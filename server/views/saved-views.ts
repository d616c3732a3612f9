// Views that people keep: their own, and those that people of their office share.
import { randomUUID } from 'node:crypto';
import type { User } from '../../shared/api/session.ts';
import {
  mostViews,
  type NewView,
  type SavedView,
  type ViewChange,
} from '../../shared/api/views.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { type StoredView, storedStartViews, storedViews } from './view.model.ts';

type Reading = Pick<Context, 'db'>;
type Changing = Pick<Context, 'db' | 'now'>;
type Who = Pick<User, 'username' | 'office'>;

/** shared with one office; older ones are found no more */
const mostShared = 500;

/** The own ones first, each part as it was changed, the last first. */
export async function listViews({ db }: Reading, who: Who): Promise<SavedView[]> {
  const views = db.model(storedViews);
  const [own, shared, start] = await Promise.all([
    views
      .find({ owner: who.username })
      .sort({ changedAt: -1 })
      .limit(2 * mostViews)
      .lean<StoredView[]>(),
    views
      .find({ sharedWith: who.office })
      .sort({ changedAt: -1 })
      .limit(mostShared)
      .lean<StoredView[]>(),
    startOf({ db }, who),
  ]);
  const others = shared.filter(({ owner }) => owner !== who.username);
  return [...own, ...others].map((one) => toView(one, who, start));
}

/** @throws too-many-views */
export async function addView(context: Changing, given: NewView, who: Who): Promise<SavedView> {
  const { db, now } = context;
  const views = db.model(storedViews);
  const own = await views.find({ owner: who.username }, { _id: 1 }).limit(mostViews).lean();
  if (own.length >= mostViews)
    throw problem('too-many-views', {
      detail: `You have ${mostViews} views already: delete one first.`,
    });
  const stored: StoredView = {
    _id: randomUUID(),
    owner: who.username,
    sharedWith: given.shared ? who.office : null,
    name: cleaned(given.name),
    address: given.address,
    changedAt: now(),
  };
  await views.create(stored);
  if (given.start) await startWith(context, who, stored._id);
  return toView(stored, who, given.start ? stored._id : await startOf(context, who));
}

/** @throws not-found, not-allowed for what somebody else made */
export async function changeView(
  context: Changing,
  id: string,
  { start, ...change }: ViewChange,
  who: Who,
): Promise<SavedView> {
  const views = context.db.model(storedViews);
  let stored = await findView(context, id, who);
  if (Object.keys(change).length > 0) {
    refuseOthers(stored, who);
    const { name, address, shared } = change;
    const set = {
      ...(name !== undefined && { name: cleaned(name) }),
      ...(address !== undefined && { address }),
      ...(shared !== undefined && { sharedWith: shared ? who.office : null }),
      changedAt: context.now(),
    };
    const changed = await views
      .findOneAndUpdate({ _id: id }, { $set: set }, { returnDocument: 'after' })
      .lean<StoredView>();
    if (changed === null) throw notFound();
    stored = changed;
  }
  if (start === true) await startWith(context, who, id);
  const before = await startOf(context, who);
  if (start === false && before === id) {
    await context.db.model(storedStartViews).deleteOne({ _id: who.username });
    return toView(stored, who, null);
  }
  return toView(stored, who, before);
}

/** @throws not-found, not-allowed for what somebody else made */
export async function deleteView({ db }: Reading, id: string, who: Who): Promise<void> {
  refuseOthers(await findView({ db }, id, who), who);
  await db.model(storedViews).deleteOne({ _id: id });
}

/** @throws not-found: there is none, or it is not for this person */
async function findView({ db }: Reading, id: string, who: Who): Promise<StoredView> {
  const found = await db.model(storedViews).findById(id).lean<StoredView>();
  if (found && (found.owner === who.username || found.sharedWith === who.office)) return found;
  throw notFound();
}

function refuseOthers({ owner }: StoredView, { username }: Who): void {
  if (owner !== username)
    throw problem('not-allowed', { detail: 'Somebody else made this view; make one of your own.' });
}

const notFound = () => problem('not-found', { detail: 'There is no such view for you.' });

async function startOf({ db }: Reading, { username }: Who): Promise<string | null> {
  const found = await db.model(storedStartViews).findById(username).lean<{ view: string }>();
  return found?.view ?? null;
}

async function startWith({ db }: Reading, { username }: Who, view: string): Promise<void> {
  await db
    .model(storedStartViews)
    .updateOne({ _id: username }, { $set: { view } }, { upsert: true });
}

/** A name is read by others. @throws unreadable when nothing is left of it */
function cleaned(name: string): string {
  const text = removePersonalData(normaliseLine(name)).text.trim();
  if (text !== '') return text;
  throw problem('unreadable', {
    detail: 'A view needs a name.',
    errors: [{ pointer: '/body/name' }],
  });
}

function toView(
  { _id, owner, sharedWith, name, address, changedAt }: StoredView,
  who: Who,
  start: string | null,
): SavedView {
  return {
    id: _id,
    name,
    address,
    shared: sharedWith !== null,
    start: start === _id,
    own: owner === who.username,
    by: owner,
    changedAt: changedAt.toISOString(),
  };
}
