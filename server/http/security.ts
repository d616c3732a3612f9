// Security headers for every answer, and the same-origin check on every change that a cookie signs.
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { problem } from './problem.ts';

/** A strict policy: no inline script or style, no eval, nothing from elsewhere. */
export function securityHeaders(production: boolean): RequestHandler {
  const headers = headersOf(policyOf(production));
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** What it sets is the same for every answer, so it is asked once. */
function headersOf(policy: RequestHandler): readonly (readonly [string, string])[] {
  const headers = new Map<string, string>();
  const answer = { setHeader: (name: string, value: string) => headers.set(name, value) };
  const nothing = { removeHeader: () => undefined };
  policy({} as Request, { ...answer, ...nothing } as unknown as Response, (error) => {
    if (error) throw error; // it looks at no request, and at nothing else of an answer
  });
  return [...headers];
}

function policyOf(production: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    // the same as `frame-ancestors 'none'`, for browsers that know only this
    frameguard: { action: 'deny' },
    // plain http on a local network is a normal way to try this; the proxy in front adds it for the public
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser's change must come from our own pages; a bearer token is no browser's doing and needs no check.
 * `origin`: the address that browsers use, where the server cannot know it from the request.
 */
export function sameOrigin(origin: string | undefined): RequestHandler {
  return (req, _res, next) => {
    if (safeMethods.has(req.method) || req.get('authorization')) return next();
    const site = req.get('sec-fetch-site');
    const from = req.get('origin');
    const own = origin ?? `${req.protocol}://${req.get('host')}`;
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreignSite || (from !== undefined && from !== own))
      throw problem('not-allowed', { detail: 'The request came from another site.' });
    next();
  };
}
