// Where projects and sub-plans are shown.

export const addressOfProject = (id: string): string => `/plan/projects/${encodeURIComponent(id)}`;

export const subPlanHref = (id: string): string => `#/plan/sub-plans/${encodeURIComponent(id)}`;
