// The app's own files as this device keeps them: all of one version in a cache of its own, each with the content that was built.

export interface AppFiles {
  /** names the cache */
  readonly version: string;
  /** path → digest, as `integrity` of a request takes it */
  readonly files: Readonly<Record<string, string>>;
}

const prefix = 'rabfang.app.';
/** pages of these versions may still be open beside the newest */
const olderKept = 2;
/** at a time: the line may be a poor one, and somebody is at work on the page */
const together = 3;

const nameOf = ({ version }: AppFiles): string => prefix + version;
/** a file whose name says its content is the same in every version */
const isForEver = (path: string): boolean => path.startsWith('/assets/');

/** Fetches what is missing; what came before a line broke stays, and is not fetched again. @throws when one does not come as it was built */
export async function keepFiles(app: AppFiles): Promise<void> {
  const cache = await caches.open(nameOf(app));
  const missing = await missingIn(cache, app);
  const fetchNext = async (): Promise<void> => {
    for (let path = missing.pop(); path !== undefined; path = missing.pop())
      await cache.put(path, await fileOf(path, app.files[path] ?? ''));
  };
  await Promise.all(Array.from({ length: together }, fetchNext));
}

async function fileOf(path: string, integrity: string): Promise<Response> {
  const before = isForEver(path) ? await caches.match(path, anyEncoding) : undefined;
  if (before) return before;
  // the digest refuses what something between us and the server says in its place
  const cache = isForEver(path) ? 'default' : 'reload';
  const reply = await fetch(path, { integrity, cache, priority: 'low' });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply;
}

async function missingIn(cache: Cache, { files }: AppFiles): Promise<string[]> {
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  return Object.keys(files).filter((path) => !kept.has(path));
}

/** Nothing is missing: a cold start without network works. */
export async function hasAll(app: AppFiles): Promise<boolean> {
  return (await missingIn(await caches.open(nameOf(app)), app)).length === 0;
}

/** Of the versions before, only what an open page may still ask for. */
export async function dropOldVersions(app: AppFiles): Promise<void> {
  const mine = nameOf(app);
  // in the order in which they were made
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== mine);
  await Promise.all(others.slice(0, -olderKept).map((name) => caches.delete(name)));
}

/** it is the same file, however it was packed on its way */
const anyEncoding = { ignoreVary: true };

/** The page itself is that of this version; its parts are known by their names, of whichever version they are. */
export async function keptFile(app: AppFiles, path: string): Promise<Response | undefined> {
  if (isForEver(path)) return caches.match(path, anyEncoding);
  return (await caches.open(nameOf(app))).match(path, anyEncoding);
}
