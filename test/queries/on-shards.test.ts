// After the integration tests, in their process: nothing that they sent to MongoDB is forbidden on a sharded cluster.
import { expect } from 'chai';
import { collections } from '../../server/models.ts';
import {
  brokenBy,
  isForAllShards,
  sentToShards,
  shardingRules,
} from '../support/sharding-rules.ts';

/** What every shard is asked, each with its reason. */
const forAllShards: Readonly<Record<string, string>> = {
  'responses: find {}': 'the facts count everything at the start',
  'responses: find {"batch":"?","row":{"$gt":"?"}} sort [["row",1]] limit':
    'the responses of one batch, a page at a time, when it is undone, released or counted anew',
  'responses: find {"heir.attempt":"?","held":"?"} limit':
    'what a load leans on, a page at a time, when it is bound to be done',
  'responses: update {"heir.attempt":"?"}':
    'what a load leans on, once, when it is bound to be done or is undone',
  'responses: find {"_id":{"$gt":"?"}} sort [["_id",1]] limit':
    'the self-check of the figures: a hundred from a random id on, once a second at most',
};

if (process.env.ENGINE === 'mongodb')
  describe('the commands that the integration tests sent, on a sharded cluster', () => {
    it('are allowed', () => {
      const broken = [...sentToShards].flatMap(([shape, command]) =>
        brokenBy(command).map((name) => `${shardingRules[name]?.says}\n  ${shape}`),
      );
      expect(sentToShards.size).to.be.greaterThan(20);
      expect(broken.join('\n')).to.equal('');
    });

    it('go to the one shard that has it, but for some', () => {
      const all = [...sentToShards].filter(([, command]) => isForAllShards(command));
      expect(all.map(([shape]) => shape)).to.have.members(Object.keys(forAllShards));
    });

    it('assume no unique index but that of _id', () => {
      const unique = Object.values(collections).flatMap(({ schema }) =>
        schema.indexes().flatMap(([keys, options]) => (options.unique ? [keys] : [])),
      );
      expect(unique).to.deep.equal([]);
    });
  });
