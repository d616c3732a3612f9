// Carries people over from before offices were documents: the office that was computed from their scope becomes their own.
import type { Database } from '../db/database.ts';
import { standardOfficeOf } from '../offices/standard-offices.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

const atOnce = 500;

/** Can be begun again: whoever has an office is left alone. */
export async function giveOffices(db: Database): Promise<void> {
  const model = db.model(storedUsers);
  for (;;) {
    const without = await model.find({ office: null }).limit(atOnce).lean<StoredUser[]>();
    if (without.length === 0) return;
    for (const { _id, scope, version = 1 } of without) {
      const set = { office: standardOfficeOf(scope), version, tokenVersion: 1, revision: 1 };
      await model.updateOne({ _id, office: null }, { $set: set });
    }
  }
}
