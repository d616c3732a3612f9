// Where a project is shown, and who may edit one.
import type { Role } from '../../../shared/api/session.ts';

export const addressOfProject = (id: string): string => `/plan/projects/${encodeURIComponent(id)}`;

export const subPlanHref = (id: string): string => `#/plan/sub-plans/${encodeURIComponent(id)}`;

export const mayEditPlan = (role: Role): boolean => role === 'planner' || role === 'administrator';
