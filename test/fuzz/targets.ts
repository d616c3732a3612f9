// What the fuzzer runs on: a collection of an open engine.
import { openConnection } from '../../server/db/open-database.ts';
import type { OpenEngine } from '../support/engines.ts';
import type { Target } from './actual.ts';

export function targetOn(open: OpenEngine): Target & { close(): Promise<void> } {
  let { connection } = open;
  let reopened: (() => Promise<void>) | undefined;
  let name = 0;
  const collection = () => connection.db?.collection(`f${name}`);
  return {
    collection,
    reset: async () => {
      if (name > 0)
        await collection()
          ?.drop()
          .catch(() => false);
      name++;
      await connection.db?.createCollection(`f${name}`);
    },
    reopen: async () => {
      if (open.engine === 'mongodb') return;
      await connection.close();
      const next = await openConnection(open.options);
      connection = next.connection;
      reopened = next.close;
    },
    close: async () => {
      if (open.engine === 'mongodb') return open.drop();
      await reopened?.();
      await open.drop();
    },
  };
}
