// Opens the app where there is no network: answers for its own files from this device, and for nothing else. What the server says
// (`/api/`) is never kept here. Once there is a line again it sends what waits, when no page is open. A new version is fetched whole, then waits until the pages let it take over (data/app-files.ts).
import { syncTag } from '../data/background-sync.ts';
import { type AppFiles, dropOldVersions, hasAll, keepFiles, keptFile } from './kept-files.ts';
import { sendWaiting } from './send-waiting.ts';
import type { WorkerScope } from './worker-scope.ts';

/** the build puts the list here (build/service-worker.ts) */
declare const appFiles: AppFiles;
// the compiler takes every file of the client for one of a page
const worker = self as unknown as WorkerScope;

worker.addEventListener('install', (event) => event.waitUntil(keepFiles(appFiles)));

worker.addEventListener('activate', (event) =>
  // also the page that was there first, so that it goes on when the signal goes
  event.waitUntil(dropOldVersions(appFiles).then(() => worker.clients.claim())),
);

worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== null && path in appFiles.files)
    return event.respondWith(answer(event.request, path));
  // a part of a version before, for a page that is still open
  if (path?.startsWith('/assets/')) event.respondWith(answer(event.request, path));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
  if (event.data === 'is-kept') event.waitUntil(sayWhetherKept(event.ports[0]));
});

worker.addEventListener('sync', (event) => {
  if (event.tag === syncTag) event.waitUntil(sendWaiting());
});

/** Of a file of the app; null for everything else. */
function pathOf({ method, url, mode }: Request): string | null {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin) return null;
  return mode === 'navigate' && pathname === '/index.html' ? '/' : pathname;
}

async function answer(request: Request, path: string): Promise<Response> {
  // a browser that keeps nothing any more still has the network
  const kept = await keptFile(appFiles, path).catch(() => undefined);
  return kept ?? (await fetch(request));
}

/** What the browser has thrown away is fetched again. */
async function sayWhetherKept(port: MessagePort | undefined): Promise<void> {
  const isKept = await keepFiles(appFiles).then(
    () => hasAll(appFiles),
    () => false,
  );
  port?.postMessage(isKept);
}
