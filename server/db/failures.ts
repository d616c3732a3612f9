// Failures of either engine that a person or a client can do something about, told apart by codes and labels.
import { damagedCode, isBrokenFile, isBrokenJson } from './embedded/errors.ts';

const full =
  /database or disk is full|SQLITE_FULL|disk I\/O error|No space left|ENOSPC|OutOfDiskSpace/i;

const unavailableNames = new Set([
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoOperationTimeoutError',
  'PoolClearedOnNetworkError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoStalePrimaryError',
  'WaitQueueTimeoutError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
]);

/** MongoDB's error codes of a server that goes, comes, or is not the one to ask; and of a write nobody confirmed in time */
const unavailableCodes = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  43, // CursorNotFound: the member that kept it is gone
  50, // MaxTimeMSExpired
  64, // WriteConcernFailed
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern: too few members are there
  112, // WriteConflict
  175, // QueryPlanKilled: its index or collection went away under it, as in a rollback
  133, // FailedToSatisfyReadPreference
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  202, // NetworkInterfaceExceededTimeLimit
  262, // ExceededTimeLimit
  9001, // SocketException
  10_107, // NotWritablePrimary
  11_600, // InterruptedAtShutdown
  11_602, // InterruptedDueToReplStateChange
  13_435, // NotPrimaryNoSecondaryOk
  13_436, // NotPrimaryOrSecondary
]);

/** what the driver hands on as it is when a socket ends under a command */
const brokenSocket = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT']);

const unavailableLabels = ['RetryableWriteError', 'TransientTransactionError', 'ResetPool'];

/** There is no room for a write: nothing was stored, reading goes on, writing works again once there is room. */
export function isStorageFull(error: unknown): boolean {
  const { code, message } = shape(error);
  return code === 14_031 || code === 'SQLITE_FULL' || code === 'ENOSPC' || full.test(message);
}

/** The database cannot be reached, or not the member that may write, at the moment: later it can. */
export function isStorageUnavailable(error: unknown): boolean {
  const causes = causesOf(error);
  return (
    isWrapped(causes) ||
    causes.some(
      ({ name, code, labels }) =>
        unavailableNames.has(name) ||
        unavailableCodes.has(code as number) ||
        brokenSocket.has(code as string) ||
        unavailableLabels.some((label) => labels.includes(label)),
    )
  );
}

/** A bulk write that no server has said anything about: the driver puts its own failure inside and loses its name. */
const isWrapped = ([error, ...inside]: readonly Shape[]): boolean =>
  error?.name === 'MongoBulkWriteError' && error.code === undefined && inside.length === 0;

/** What is asked for is not what was stored. One document is set aside at once; a damaged file stays so (embedded only). */
export function isStorageDamaged(error: unknown): boolean {
  return shape(error).code === damagedCode || isBrokenFile(error) || isBrokenJson(error);
}

/** An id is taken by what no majority has confirmed yet: nobody sees it, and it may still be taken back. */
export function unconfirmed(): Error {
  return Object.assign(new Error('What is stored under this id is not confirmed yet.'), {
    code: 134, // ReadConcernMajorityNotAvailableYet
  });
}

/** A unique key (E11000 on both engines) is taken. */
export function isDuplicateKey(error: unknown): boolean {
  return shape(error).code === 11_000;
}

interface Shape {
  readonly name: string;
  readonly message: string;
  readonly code: unknown;
  readonly labels: readonly string[];
}

function shape(error: unknown): Shape {
  if (typeof error !== 'object' || error === null)
    return { name: '', message: '', code: undefined, labels: [] };
  const { name, message, code, errorLabels } = error as {
    name?: string;
    message?: string;
    code?: unknown;
    errorLabels?: unknown;
  };
  const labels = Array.isArray(errorLabels) ? errorLabels.map(String) : [];
  return { name: name ?? '', message: message ?? '', code, labels };
}

/** The error and what a bulk write or a driver has wrapped in it. */
function causesOf(error: unknown): Shape[] {
  const { cause, result, writeConcernError, writeErrors } = Object(error) as {
    cause?: unknown;
    result?: { writeConcernErrors?: unknown; getWriteConcernError?: () => unknown };
    writeConcernError?: unknown;
    writeErrors?: unknown;
  };
  const inside = [
    cause,
    writeConcernError,
    result?.getWriteConcernError?.(),
    ...[writeErrors ?? []].flat(),
  ].filter((one) => one !== undefined && one !== null && one !== error);
  return [shape(error), ...inside.map(shape)];
}
