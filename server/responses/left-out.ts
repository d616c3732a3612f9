// Which responses the figures leave out: those that the database has set aside, and those of which nothing can be counted.
import type { Context } from '../context.ts';
import type { SetAside } from '../db/database.ts';
import { storedResponses } from './response.model.ts';

type Watching = Pick<Context, 'db' | 'facts' | 'log'>;

/** From now on the figures leave out what is found broken, and every case is said in the log. */
export function watchForBroken({ db, facts, log }: Watching): void {
  facts.leftOut.onChange = (response, why) =>
    log.error({ response, why }, 'left out of the figures');
  db.damage.onSetAside((one) => {
    log.error({ ...one }, 'a stored document was damaged: set aside');
    if (isResponse(one)) facts.leaveOut(one.id, 'damaged');
  });
}

/** What was set aside before this start. */
export function leaveOutBroken({ db, facts }: Watching): void {
  for (const one of db.damage.setAside()) if (isResponse(one)) facts.leaveOut(one.id, 'damaged');
}

/** Documents of any kind that nothing is made of. */
export function countSetAside({ db, facts }: Pick<Context, 'db' | 'facts'>): number {
  const others = db.damage.setAside().filter((one) => !isResponse(one));
  return facts.leftOut.size + others.length;
}

const isResponse = ({ collection }: SetAside): boolean =>
  collection === storedResponses.schema.get('collection');
