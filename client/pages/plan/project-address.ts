// Who may edit a project.
import type { Role } from '../../../shared/api/session.ts';

export const mayEditPlan = (role: Role): boolean => role === 'planner' || role === 'administrator';
