// A MongoDB database read as a whole: at one moment on a replica set or a sharded cluster, which offer snapshot reads.
import { type Connection, mongo } from 'mongoose';
import { connectToMongodb } from '../open-database.ts';
import { StorageRefusal } from '../refusal.ts';
import { lineOf } from './document-line.ts';
import type { Pages, Source } from './source.ts';

const batchSize = 1000;
const snapshotTooOld = 239;

export async function openMongodbSource(uri: string, wanted: boolean): Promise<Source> {
  const connection = await connectToMongodb(uri);
  const snapshot = wanted && (await offersSnapshots(connection));
  const session = await connection.startSession(snapshot ? { snapshot: true } : {});
  return {
    engine: 'mongodb',
    isSnapshot: snapshot,
    pages: (collection) => pagesOf(connection, collection, snapshot ? session : undefined),
    lacking: () => [],
    logGrowth: () => 0,
    close: async () => {
      await session.endSession();
      await connection.close();
    },
  };
}

/** A single server has none. */
async function offersSnapshots({ db }: Connection): Promise<boolean> {
  const hello = await db?.admin().command({ hello: 1 });
  return hello?.setName !== undefined || hello?.msg === 'isdbgrid';
}

async function* pagesOf(
  connection: Connection,
  collection: string,
  session: mongo.ClientSession | undefined,
): Pages {
  const options = {
    sort: { _id: 1 },
    batchSize,
    // numbers as what they are stored as, also the codes of errors
    promoteValues: false,
    bsonRegExp: true,
    ...(session && { session, readConcern: new mongo.ReadConcern('snapshot') }),
  } as const satisfies mongo.FindOptions;
  const cursor = connection
    .getClient()
    .db(connection.name)
    .collection(collection)
    .find({}, options);
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments().map(lineOf);
  } catch (error) {
    throw error instanceof mongo.MongoServerError && Number(error.code) === snapshotTooOld
      ? new StorageRefusal(tooLong)
      : error;
  } finally {
    await cursor.close();
  }
}

const tooLong =
  'reading everything took longer than MongoDB keeps a state of it (minSnapshotHistoryWindowInSeconds, 300 if nobody has set it). Set it higher on every member, such as db.adminCommand({ setParameter: 1, minSnapshotHistoryWindowInSeconds: 3600 }), and begin again.';
