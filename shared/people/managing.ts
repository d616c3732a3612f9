// Who may manage whom. Nobody hands on more than they have: who could reset the way in of somebody who reaches further, could be them.
import { type Role, roles, type Scope, type User } from '../api/session.ts';
import { isScopeWithin } from '../places/scope.ts';

interface Managed {
  readonly role: Role;
  readonly office: string;
  readonly scope: Scope;
}
type Manager = Pick<User, 'role' | 'office' | 'scope'>;

/** Administrators manage everybody inside of their scope; an officer the enumerators of the own office. */
export function mayManage(manager: Manager, { role, office, scope }: Managed): boolean {
  if (!isScopeWithin(scope, manager.scope)) return false;
  if (manager.role === 'administrator') return true;
  return manager.role === 'officer' && role === 'enumerator' && office === manager.office;
}

/** The roles that a manager may give. */
export function rolesToGive({ role }: Pick<Manager, 'role'>): readonly Role[] {
  if (role === 'administrator') return roles;
  return role === 'officer' ? ['enumerator'] : [];
}
