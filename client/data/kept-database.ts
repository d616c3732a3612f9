// One of the device's own databases, opened when it is needed.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Phones short of memory close the database behind the page's back: it is opened again, and the work tried once more. */
export function keptDatabase<Kept extends DBSchema>(
  name: string,
  version: number,
  upgrade: (database: IDBPDatabase<Kept>, before: number) => void,
): <T>(work: (database: IDBPDatabase<Kept>) => Promise<T>) => Promise<T> {
  let opening: Promise<IDBPDatabase<Kept>> | null = null;
  const forget = () => {
    opening = null;
  };
  const open = (): Promise<IDBPDatabase<Kept>> => {
    opening ??= openDB<Kept>(name, version, {
      upgrade,
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close(); // the event is about a database
        forget();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  };
  return async (work) => {
    try {
      return await work(await open());
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === 'InvalidStateError';
      if (!isClosed) throw error;
      forget();
      return await work(await open());
    }
  };
}
