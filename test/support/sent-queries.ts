// Every query that this run really sends, each shape once, with what the database says about finding its rows.
// Not those that a test sends by itself to look at what is stored. test/queries/by-index.test.ts reads it after the integration tests.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { mongo } from 'mongoose';
import type { OnCommand } from '../../server/db/open-database.ts';
import { explainCommand, shapeOf } from './mongodb-plans.ts';
import { noteForShards } from './sharding-rules.ts';
import { readStatement } from './sqlite-plans.ts';

export interface Sent {
  readonly collection: string;
  /** its shape: fields and operators, no values */
  readonly query: string;
  /** indexes that it is found by */
  readonly indexes: readonly string[];
  /** what is wrong with how it is found; undefined when nothing is */
  readonly fault: string | undefined;
}

export const sent = new Map<string, Sent>();

const serving = new AsyncLocalStorage<true>();

/** What this does, the server does: its start, its requests. */
export function asTheServer<T>(work: () => T): T {
  return serving.run(true, work);
}

export function onStatement(sql: string, plan: () => string): void {
  if (!serving.getStore() || sent.has(sql) || !/^(SELECT|UPDATE|DELETE)/.test(sql)) return;
  const read = readStatement(sql, plan());
  if (read) sent.set(sql, read);
}

/** Collects the commands of one database; `explain` asks the server about those of a shape that was not found well before. */
export function commandsOf(): { onCommand: OnCommand; explain(db: mongo.Db): Promise<void> } {
  const samples = new Map<string, mongo.Document>();
  return {
    onCommand: (command) => {
      if (!serving.getStore()) return;
      noteForShards(command);
      const shape = shapeOf(command);
      if (shape !== undefined) samples.set(shape, command);
    },
    explain: async (db) => {
      for (const [shape, command] of samples) {
        const known = sent.get(shape);
        if (known && known.fault === undefined) continue;
        const explained = await explainCommand(db, shape, command);
        if (explained) sent.set(shape, explained);
      }
    },
  };
}
