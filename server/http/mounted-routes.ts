// The routes of routers as a list: for the API's description, for 405, and for the tests that walk every route.
import type { RequestHandler, Router } from 'express';

export interface MountedRoute {
  readonly method: string;
  /** express pattern: `/api/surveys/:survey` */
  readonly path: string;
  readonly handlers: readonly RequestHandler[];
}

interface Layer {
  readonly route?: {
    readonly path: string;
    readonly stack: readonly { readonly method: string; readonly handle: RequestHandler }[];
  };
}

/** Every route of the routers, in reading order. */
export function mountedRoutes(routers: readonly Router[]): MountedRoute[] {
  const layers = routers.flatMap((router) => router.stack as unknown as Layer[]); // express types its layers loosely
  return layers.flatMap(({ route }) => {
    if (!route) return [];
    const methods = [...new Set(route.stack.map(({ method }) => method))];
    return methods.map((method) => ({
      method: method.toUpperCase(),
      path: route.path,
      handlers: route.stack.filter((layer) => layer.method === method).map(({ handle }) => handle),
    }));
  });
}

/** Whether a path is one of a pattern's. */
export function isPathOf(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const given = path.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  );
}
