// Each failure as the driver throws it, wrapped as it wraps it: what it means for who asked.
import { expect } from 'chai';
import { mongo } from 'mongoose';
import { storageProblem } from '../../../server/storage-problem.ts';

const server = (code: number, more: object = {}) =>
  new mongo.MongoServerError({ message: 'said by the server', code, ...more });
const broken = (code: string) => Object.assign(new Error('a socket'), { code });
const bulk = (errors: object) => Object.assign(new Error('a bulk write'), errors);

const cases: readonly [title: string, error: unknown, type: string | undefined][] = [
  ['no member may write', server(10_107), 'storage-unavailable'],
  ['the member stepped down in the middle', server(11_602), 'storage-unavailable'],
  ['the member is shutting down', server(91), 'storage-unavailable'],
  ['the member that kept a cursor is gone', server(43), 'storage-unavailable'],
  [
    'a label says that it may be tried again',
    server(1, { errorLabels: ['RetryableWriteError'] }),
    'storage-unavailable',
  ],
  [
    'a majority did not confirm in time',
    new mongo.MongoWriteConcernError({ ok: 1, writeConcernError: { code: 64, errmsg: 'waiting' } }),
    'storage-unavailable',
  ],
  [
    'the connection is lost',
    new mongo.MongoNetworkError('connection closed'),
    'storage-unavailable',
  ],
  ['the driver hands on what its socket said', broken('EPIPE'), 'storage-unavailable'],
  [
    'no connection became free',
    Object.assign(new Error(), { name: 'MongoWaitQueueTimeoutError' }),
    'storage-unavailable',
  ],
  ['a bulk write wraps it', bulk({ writeErrors: [{ code: 11_602 }] }), 'storage-unavailable'],
  [
    'a bulk write was not confirmed',
    bulk({ code: 64, result: { getWriteConcernError: () => ({ code: 64 }) } }),
    'storage-unavailable',
  ],
  [
    'its cause is the network',
    Object.assign(new Error(), { cause: broken('ECONNRESET') }),
    'storage-unavailable',
  ],
  ['the disk is full', server(14_031), 'storage-full'],
  ['an id is taken', server(11_000), undefined],
  ['a fault of ours', new TypeError('undefined is not a function'), undefined],
  ['nothing at all', undefined, undefined],
];

describe('a failure of the database', () => {
  it('is storage-unavailable when a bulk write finds no server', async () => {
    const address = 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=100';
    const client = new mongo.MongoClient(address);
    const responses = client.db().collection('responses');
    await responses.findOne().catch(() => undefined); // the driver wraps it only once it has tried to connect
    const error = await responses.insertMany([{ day: null }]).catch((one: unknown) => one);
    await client.close();

    expect(error).to.have.property('name', 'MongoBulkWriteError');
    expect(storageProblem(error)?.type).to.equal('storage-unavailable');
  });

  for (const [title, error, type] of cases)
    it(`is ${type ?? 'none of its own'} when ${title}`, () => {
      expect(storageProblem(error)?.type).to.equal(type);
    });
});
