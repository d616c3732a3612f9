// A known path asked with a verb that it does not have: 405, and which it has.
import type { RequestHandler, Router } from 'express';
import { isPathOf, mountedRoutes } from './mounted-routes.ts';
import { problem } from './problem.ts';

/** Mounted after the routers: what comes here was answered by none of them. */
export function methodNotAllowed(routers: readonly Router[]): RequestHandler {
  const routes = mountedRoutes(routers);
  return (req, res, next) => {
    const here = routes.filter(({ path }) => isPathOf(path, req.path));
    if (here.length === 0) return next();
    const methods = new Set(here.map(({ method }) => method));
    if (methods.has('GET')) methods.add('HEAD');
    res.set('Allow', [...methods].sort().join(', '));
    throw problem('method-not-allowed', { allow: [...methods].sort() });
  };
}
