// A person as those who manage them see them: never anything of a password.
import type { Person, PersonState } from '../../shared/api/people.ts';
import type { StoredUser } from './user.model.ts';

export function personStateOf(
  { active, password, invitation, service }: StoredUser,
  now: Date,
): PersonState {
  if (!active) return 'disabled';
  if (password !== null || service) return 'active';
  return invitation && invitation.expiresAt > now ? 'invited' : 'expired';
}

export function toPerson(stored: StoredUser, now: Date): Person {
  const { _id, name, role, office, scope, email, invitation, demo, createdAt, seenAt } = stored;
  const stands = invitation && stored.active && invitation.expiresAt > now;
  return {
    username: _id,
    name,
    role,
    office,
    scope,
    email: email ?? null,
    state: personStateOf(stored, now),
    invitation: stands ? { expiresAt: invitation.expiresAt.toISOString() } : null,
    hasSecondFactor: Boolean(stored.secondFactor),
    signsInByService: Boolean(stored.service),
    demo: demo ?? false,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt?.toISOString() ?? null,
  };
}
