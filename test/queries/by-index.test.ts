// After the integration tests, in their process: each query that they sent is found by an index, and each index has a query.
import { expect } from 'chai';
import { packedColumns } from '../../server/db/embedded/packed-rows.ts';
import { collections } from '../../server/models.ts';
import { sent } from '../support/sent-queries.ts';

const all = Object.values(collections).map(({ schema }) => schema);

/** Queries that may do what the others must not, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'responses: find {}': 'the facts count everything at the start',
  [`SELECT ${packedColumns} FROM "responses" WHERE rid > ? AND rid <= ? AND 1`]:
    'the facts count everything at the start',
  'links: find {}': 'the facts take in every link at the start',
  [`SELECT ${packedColumns} FROM "links" WHERE rid > ? AND rid <= ? AND 1`]:
    'the facts take in every link at the start',
  'SELECT rid, id, doc, crc FROM "settings"': 'a start looks it through before it believes it',
  'SELECT rid, id, doc, crc FROM "surveys"': 'a start looks them through before it believes them',
};

describe('the queries that the integration tests sent', () => {
  it('are found by an index each', () => {
    const faults = [...sent.values()].flatMap(({ query, fault }) =>
      fault && !(query in allowed) ? [`${fault}\n  ${query}`] : [],
    );
    expect(sent.size).to.be.greaterThan(10);
    expect(faults.join('\n')).to.equal('');
  });

  it('need every index that there is', () => {
    const used = new Set(
      [...sent.values()].flatMap(({ collection, indexes }) =>
        indexes.map((name) => `${collection}.${name}`),
      ),
    );
    const unused = all.flatMap((schema) =>
      schema.indexes().flatMap(([keys, { expireAfterSeconds }]) => {
        const name = `${schema.get('collection')}.${Object.entries(keys).flat().join('_')}`;
        // what expires is found by the database itself
        return used.has(name) || expireAfterSeconds !== undefined ? [] : [name];
      }),
    );
    expect(unused).to.deep.equal([]);
  });
});
