// Whose batches a person may see: those of offices that answer for a place inside their scope. Of an office that answers for more,
// also when it is the own one, they see what they sent themselves.
import type { User } from '../../shared/api/session.ts';
import { isScopeWithin, provincesOf } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { everyOffice } from './read-offices.ts';

export interface Sight {
  /** offices of which everything is seen */
  readonly offices: 'all' | readonly string[];
  /** the own office, where it is not among them */
  readonly ownOffice: string | null;
  readonly username: string;
}

export async function sightOf(context: Pick<Context, 'db'>, user: User): Promise<Sight> {
  const { scope, office, username } = user;
  if (provincesOf(scope) === 'all') return { offices: 'all', ownOffice: null, username };
  const all = await everyOffice(context);
  const offices = all.filter(({ place }) => isScopeWithin(place, scope)).map(({ id }) => id);
  return { offices, ownOffice: offices.includes(office) ? null : office, username };
}

export function isInSight(
  { offices, ownOffice, username }: Sight,
  thing: { readonly office: string; readonly by: string },
): boolean {
  if (offices === 'all' || offices.includes(thing.office)) return true;
  return thing.office === ownOffice && thing.by === username;
}
