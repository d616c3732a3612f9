// Where people sign in by the organisation's own service alone, a password opens for administrators of the whole country only: the way
// in when the service is down, or lets nobody in.
import { provincesOf } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import type { StoredUser } from './user.model.ts';

/** @throws passwords-off */
export function refuseWherePasswordsAreOff(
  { config }: Pick<Context, 'config'>,
  { role, scope }: Pick<StoredUser, 'role' | 'scope'>,
): void {
  const isForEmergencies = role === 'administrator' && provincesOf(scope) === 'all';
  if (config.localSignIn || isForEmergencies) return;
  throw problem('passwords-off', {
    detail: 'Sign in by the service of your organisation; passwords do not open here.',
  });
}
