// The offices that every database has: the country's, one for each region, one for each province. Before offices were documents, a
// person's office was one of these, by their scope; the ids are those that batches and responses carry since then.
import type { Scope } from '../../shared/api/session.ts';
import { provinces, regions } from '../../shared/places/provinces.ts';
import { areaOf } from '../../shared/places/scope.ts';
import { inMembers, type Names } from '../../shared/text/names.ts';
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { type StoredOffice, storedOffices } from './office.model.ts';

/** `national`, a region such as `northeast`, or a province such as `TH-40`. */
export function standardOfficeOf(scope: Scope): string {
  return areaOf(scope) ?? 'national';
}

/** Adds those that are not there; what was changed since stays as it is. */
export async function addStandardOffices(db: Database, now: Date): Promise<void> {
  const model = db.model(storedOffices);
  const known = await model.find({ _id: { $gt: '' } }, { _id: 1 }).lean<{ _id: string }[]>();
  const ids = new Set(known.map(({ _id }) => _id));
  const missing = standardOffices(now).filter(({ _id }) => !ids.has(_id));
  if (missing.length === 0) return;
  try {
    await model.collection.insertMany(missing as never, { ordered: false });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error; // another process adds them too
  }
}

function standardOffices(createdAt: Date): StoredOffice[] {
  return [
    office({ kind: 'all' }, { th: 'สำนักงานส่วนกลาง', en: 'National office' }, createdAt),
    ...regions.map(({ id, name }) =>
      office({ kind: 'region', region: id }, officeNames(name), createdAt),
    ),
    ...provinces.map(({ code, name }) =>
      office({ kind: 'province', province: code }, officeNames(name), createdAt),
    ),
  ];
}

const officeNames = ({ th, en }: Names): Names => ({ th: `สำนักงาน${th}`, en: `${en} office` });

function office(place: Scope, names: Names, createdAt: Date): StoredOffice {
  const _id = standardOfficeOf(place);
  return { _id, ...inMembers('name', names), place, state: 'active', createdAt };
}
