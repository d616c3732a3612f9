// The table of contents: everything the server does, in reading order.
import { parse } from 'node:querystring';
import type { Express } from 'express';
import express from 'express';
import { auditRoutes } from './audit/routes.ts';
import { batchRoutes } from './batches/routes.ts';
import type { Context } from './context.ts';
import { description } from './description.ts';
import { erasureRoutes } from './erasure/routes.ts';
import { figuresBookRoutes } from './figures/figures-book.ts';
import { mapRoutes } from './figures/map-geojson.ts';
import { figureRoutes } from './figures/routes.ts';
import { health } from './health.ts';
import { closing } from './http/closing.ts';
import { giveLog, requestLog } from './http/log.ts';
import { methodNotAllowed } from './http/method-not-allowed.ts';
import { notFound, problemWriter } from './http/problem.ts';
import { sameOrigin, securityHeaders } from './http/security.ts';
import { staticFiles } from './http/static.ts';
import { linkRoutes } from './links/link-routes.ts';
import { photoRoutes } from './photos/routes.ts';
import { planRoutes } from './plan/routes.ts';
import { qualityRoutes } from './quality/routes.ts';
import { responseRoutes } from './responses/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { ruleRoutes } from './rules/routes.ts';
import { storageProblem } from './storage-problem.ts';
import { surveyRoutes } from './surveys/routes.ts';
import { readIdentity } from './users/read-identity.ts';
import { userRoutes } from './users/routes.ts';
import { whoAsks } from './users/who-asks.ts';
import { keptRoutes } from './views/routes.ts';

const features = [
  // a request looks through all that stand before its own: what a whole country sends at once stands first
  ...responseRoutes,
  photoRoutes,
  ...userRoutes,
  surveyRoutes,
  roundRoutes,
  ...reviewRoutes,
  ...batchRoutes,
  erasureRoutes,
  qualityRoutes,
  ...planRoutes,
  ...linkRoutes,
  ruleRoutes,
  figureRoutes,
  figuresBookRoutes,
  mapRoutes,
  ...keptRoutes,
  auditRoutes,
];
/** every router whose routes are permitted by role, in reading order */
export const routers = [health, ...features];

/** `clientFolder`: the built client, or undefined to serve the API alone. */
export function createApp(context: Context, clientFolder?: string): Express {
  const app = express();
  app.locals.context = context;
  app.disable('x-powered-by');
  app.set('trust proxy', context.config.proxies);
  app.set('etag', false);
  // every name counts: a filter behind the thousandth must not be left out in silence
  app.set('query parser', (text: string) => parse(text, '&', '=', { maxKeys: 0 }));
  giveLog(app, context.log);
  app.use(requestLog(context.log, context.metrics));
  app.use(closing(context.stopping));
  app.use(securityHeaders(context.config.production));
  // before anything that may be busy: sessions, the database
  app.use(health);
  if (clientFolder) app.use(staticFiles(clientFolder));
  app.use(sameOrigin(context.config.origin));
  app.use(readIdentity(context));
  for (const router of features) app.use(router);
  const describing = description(routers);
  app.use(describing);
  app.use(methodNotAllowed([...routers, describing]));
  app.use(notFound);
  app.use(problemWriter(storageProblem, (req, res) => whoAsks(context, req, res)));
  return app;
}
