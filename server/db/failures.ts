// Failures of either engine that a person or a client can do something about.

const full =
  /database or disk is full|SQLITE_FULL|disk I\/O error|No space left|ENOSPC|OutOfDiskSpace/i;
const mongoNames = new Set([
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'PoolClearedOnNetworkError',
  'MongoPoolClearedError',
  'MongooseServerSelectionError',
]);

/** There is no room for a write: nothing was stored, reading goes on, writing works again once there is room. */
export function isStorageFull(error: unknown): boolean {
  const { code, message } = shape(error);
  return code === 14031 || code === 'SQLITE_FULL' || code === 'ENOSPC' || full.test(message);
}

/** The database cannot be reached at the moment. */
export function isStorageUnavailable(error: unknown): boolean {
  return mongoNames.has(shape(error).name);
}

/** A unique key (E11000 on both engines) is taken. */
export function isDuplicateKey(error: unknown): boolean {
  return shape(error).code === 11_000;
}

function shape(error: unknown): { name: string; message: string; code: unknown } {
  if (typeof error !== 'object' || error === null)
    return { name: '', message: '', code: undefined };
  const { name, message, code } = error as { name?: string; message?: string; code?: unknown };
  return { name: name ?? '', message: message ?? '', code };
}
