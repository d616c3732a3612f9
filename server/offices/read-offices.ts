// Offices, one and a page of all; what one is called is no secret to whoever signed in.
import type { Office, PageOfOffices } from '../../shared/api/offices.ts';
import type { Context } from '../context.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { type StoredOffice, storedOffices } from './office.model.ts';

type Reading = Pick<Context, 'db'>;

export function toOffice({ _id, nameTh, nameEn, place, state }: StoredOffice): Office {
  return { id: _id, nameTh, nameEn, place, state };
}

/** null: there is none */
export async function findOffice({ db }: Reading, id: string): Promise<Office | null> {
  const stored = await db.model(storedOffices).findById(id).lean<StoredOffice>();
  return stored && toOffice(stored);
}

/** In the order of their ids. */
export async function listOffices({ db }: Reading, { limit, after }: Page): Promise<PageOfOffices> {
  const page = new PageOf<Office>(limit);
  const found = db
    .model(storedOffices)
    .find({ _id: { $gt: after ?? '' } })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean<StoredOffice>()
    .cursor();
  for await (const stored of found)
    if (!page.add(toOffice(stored)))
      return { items: page.items, next: page.items.at(-1)?.id ?? null };
  return { items: page.items, next: null };
}

/** All of them: hundreds, not thousands. */
export async function everyOffice({ db }: Reading): Promise<Office[]> {
  const stored = await db
    .model(storedOffices)
    .find({ _id: { $gt: '' } })
    .lean<StoredOffice[]>();
  return stored.map(toOffice);
}

/** A figure that silently left a filter out would be a wrong number. @throws unreadable naming the office */
export async function refuseUnknownOffices(
  { db }: Reading,
  ids: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0) return;
  const known = await db
    .model(storedOffices)
    .find({ _id: { $in: ids } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  const unknown = ids.find((id) => !known.some(({ _id }) => _id === id));
  if (unknown === undefined) return;
  throw problem('unreadable', {
    detail: `\`office\` cannot be \`${unknown.slice(0, 100)}\`.`,
    errors: [{ pointer: '/query/office' }],
  });
}
