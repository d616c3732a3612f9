// Each rule of a sharded cluster finds the command that breaks it, and none finds those that are fine.
import { expect } from 'chai';
import { brokenBy, isForAllShards, shardingRules } from '../../support/sharding-rules.ts';

const writeConcern = { w: 'majority', j: true };
const readConcern = { level: 'majority' };
const update = (one: object, more: object = {}) => ({
  update: 'responses',
  updates: [one],
  writeConcern,
  ...more,
});

const breaking: Readonly<Record<keyof typeof shardingRules, readonly object[]>> = {
  'known command': [
    { renameCollection: 'a.b', to: 'a.c' },
    { mapReduce: 'responses' },
    { aggregate: 'responses', pipeline: [] },
  ],
  'one document': [
    update({ q: { batch: 'b' }, u: {}, multi: false }),
    update({ q: { _id: { $in: ['a'] } }, u: {} }),
    { delete: 'responses', deletes: [{ q: { version: 1 }, limit: 1 }], writeConcern },
  ],
  'find and modify': [
    { findAndModify: 'responses', query: { digest: 'd' }, update: {}, writeConcern },
  ],
  upsert: [update({ q: { batch: 'b' }, u: {}, upsert: true, multi: true })],
  'key stays': [update({ q: { _id: 'a' }, u: { $set: { _id: 'b' } } })],
  'unique index': [
    { createIndexes: 'responses', indexes: [{ key: { receipt: 1 }, unique: true }] },
  ],
  capped: [{ create: 'log', capped: true }],
  transaction: [
    { insert: 'responses', documents: [], writeConcern, txnNumber: 1, autocommit: false },
  ],
  'many are not retried': [
    update({ q: { _id: { $in: ['a'] } }, u: {}, multi: true }, { txnNumber: 1 }),
  ],
  'code in a query': [{ find: 'users', filter: { $where: 'this.a' }, readConcern }],
  'a write is durable': [{ insert: 'users', documents: [], writeConcern: { w: 1 } }],
  'a read stays true': [{ find: 'users', filter: { _id: 'a' } }],
};

describe('the rules of a sharded cluster', () => {
  for (const [name, commands] of Object.entries(breaking))
    it(`bite: ${shardingRules[name]?.says}`, () => {
      for (const command of commands) expect(brokenBy(command)).to.deep.equal([name]);
    });

  it('have each a case here', () => {
    expect(Object.keys(breaking)).to.have.members(Object.keys(shardingRules));
  });

  it('let through what names its document, what is of many on purpose, and what stays on one shard', () => {
    const fine = [
      update(
        { q: { _id: 'a', version: 1 }, u: { $set: { status: 'approved' } } },
        { txnNumber: 1 },
      ),
      update({ q: { _id: { $eq: 'a' } }, u: { $set: {} }, upsert: true }),
      update({ q: { batch: 'b' }, u: {}, multi: true }),
      { findAndModify: 'responses', query: { _id: 'a' }, update: {}, writeConcern },
      { delete: 'responses', deletes: [{ q: { _id: { $in: ['a'] } }, limit: 0 }], writeConcern },
      { update: 'batches', updates: [{ q: { state: 'loading' }, u: {} }], writeConcern },
      { createIndexes: 'users', indexes: [{ key: { email: 1 }, unique: true }] },
    ];
    for (const command of fine)
      expect(brokenBy(command), JSON.stringify(command)).to.deep.equal([]);
  });

  it('tell what every shard is asked', () => {
    const find = (filter: object) => ({ find: 'responses', filter });
    expect([{ batch: 'b' }, {}, { _id: { $gt: 'a' } }].map(find).every(isForAllShards)).to.equal(
      true,
    );
    expect([{ _id: 'a' }, { _id: { $in: ['a', 'b'] } }].map(find).some(isForAllShards)).to.equal(
      false,
    );
    expect(isForAllShards({ find: 'batches', filter: {} })).to.equal(false);
    expect(isForAllShards(update({ q: { batch: 'b' }, u: {}, multi: true }))).to.equal(true);
  });
});
