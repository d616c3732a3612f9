// The built client: hashed assets for ever, the page itself asked for each time.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { compress } from './compress.ts';

/** `folder` is the client's build output. */
export function staticFiles(folder: string): Router {
  const router = Router();
  // the API is no file: no look at the disk for it
  router.use((req, _res, next) => next(req.path.startsWith('/api/') ? 'router' : undefined));
  router.use(compress);
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(folder, { index: 'index.html', maxAge: 0 }));
  // the type of a problem resolves to a page that explains it
  router.get('/problems/:type', (req, res) => {
    res.redirect(302, `/#/problems/${encodeURIComponent(String(req.params.type))}`);
  });
  return router;
}

export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'assets'));
}
