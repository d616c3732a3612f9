// How busy the connections to MongoDB are. Commands themselves are not watched: the driver would read every answer twice.
import type { mongo } from 'mongoose';
import type { MongodbBusy } from './database.ts';

export function mongodbBusy(client: mongo.MongoClient): MongodbBusy {
  const since = new Map<string, number>();
  let used = (_ms: number): void => undefined;
  let waited = (_ms: number): void => undefined;
  let noConnection = (): void => undefined;
  client.on('connectionCheckedOut', ({ address, connectionId, durationMS }) => {
    since.set(`${address} ${connectionId}`, performance.now());
    waited(durationMS);
  });
  client.on('connectionCheckedIn', ({ address, connectionId }) => {
    const key = `${address} ${connectionId}`;
    const began = since.get(key);
    if (since.delete(key) && began !== undefined) used(performance.now() - began);
  });
  client.on('connectionClosed', ({ address, connectionId }) => {
    since.delete(`${address} ${connectionId}`);
  });
  client.on('connectionCheckOutFailed', () => noConnection());
  return {
    engine: 'mongodb',
    inUse: () => since.size,
    onUsed: (listener) => {
      used = listener;
    },
    onWaited: (listener) => {
      waited = listener;
    },
    onNoConnection: (listener) => {
      noConnection = listener;
    },
  };
}
