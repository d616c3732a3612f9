// Photos follow the response that names them: sent once, kept whole, seen by whoever may see the response, gone when it is erased.
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { answerWithinMs } from '../../../server/http/deadline.ts';
import { photosThatDiffer } from '../../../server/photos/check-stored-photos.ts';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import {
  type AnyPhoto,
  aJpeg,
  aPng,
  aWebp,
  digestOfBytes,
  jpegSegment,
} from '../../support/photos.ts';
import { sendFile } from '../../support/send-file.ts';

const at = (id: string) => `/api/surveys/2569/responses/${id}`;
const photoAt = (id: string, { digest }: AnyPhoto) => `${at(id)}/photos/${digest}`;

describe('photos of a response', () => {
  let app: TestApp;
  let malee: Person;
  let somchai: Person;
  let admin: Person;
  before(async () => {
    app = await startApp();
    malee = await app.as('malee');
    somchai = await app.as('somchai');
    admin = await app.as('admin');
  });
  after(() => app.close());
  afterEach(async () => {
    await app.empty();
    await app.models.photos.deleteMany({});
  });

  const naming = (...photos: readonly AnyPhoto[]) =>
    aResponse({ issues: [anIssue({ photos: photos.map(({ digest }) => digest) })] });

  async function stored(...photos: readonly AnyPhoto[]): Promise<string> {
    const id = newId();
    const answer = await malee.put(at(id), naming(...photos));
    expect(answer.status, answer.text).to.equal(201);
    return id;
  }

  const send = (who: Person, id: string, photo: AnyPhoto, type = 'image/jpeg'): Promise<Answer> =>
    who.send('PUT', photoAt(id, photo), {
      body: new Uint8Array(photo.bytes),
      headers: { 'content-type': type },
    });

  const bytesOf = async (who: Person, id: string, photo: AnyPhoto): Promise<Response> =>
    fetch(app.url + photoAt(id, photo), { headers: { authorization: `Bearer ${who.token}` } });

  it('are stored once, however often they come, and are given as they were sent', async () => {
    const [jpeg, png, webp] = [aJpeg(), aPng(), aWebp()];
    const id = await stored(jpeg, png, webp);

    const first = await send(malee, id, jpeg);
    const again = await send(malee, id, jpeg);
    await send(malee, id, webp, 'image/webp');

    expect([first.status, again.status]).to.deep.equal([201, 200]);
    expect(again.body).to.deep.equal(first.body);
    expect(first.body).to.include({ id, digest: jpeg.digest });
    const { items } = (await malee.get(`${at(id)}/photos`)).body;
    expect(items.map((one: { arrived: object | null }) => one.arrived !== null)).to.deep.equal([
      true,
      false,
      true,
    ]);
    expect(items[0]).to.deep.include({ digest: jpeg.digest, issue: '1' });
    expect(items[0].arrived).to.include({ type: 'image/jpeg', width: 16, height: 9 });
    const got = await bytesOf(malee, id, jpeg);
    expect(Buffer.from(await got.arrayBuffer()).equals(jpeg.bytes)).to.equal(true);
    expect(await app.models.photos.countDocuments({})).to.equal(2);
  });

  it('are stored once when two phones send them at the same moment', async () => {
    const jpeg = aJpeg();
    const id = await stored(jpeg);

    const answers = await Promise.all(Array.from({ length: 6 }, () => send(malee, id, jpeg)));

    expect(answers.map(({ status }) => status).sort()).to.deep.equal([
      200, 200, 200, 200, 200, 201,
    ]);
    expect(new Set(answers.map(({ body }) => body.receivedAt)).size).to.equal(1);
  });

  it('are pictures to a browser and nothing else, kept by nobody between', async () => {
    const jpeg = aJpeg();
    const id = await stored(jpeg);
    await send(malee, id, jpeg);

    const { headers } = await bytesOf(malee, id, jpeg);

    expect(headers.get('content-type')).to.equal('image/jpeg');
    expect(headers.get('cache-control')).to.equal('private, no-cache');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox");
    expect(headers.get('content-disposition')).to.match(/^inline; filename="[0-9a-f]{12}\.jpeg"$/);
    const etag = headers.get('etag') ?? '';
    const known = await malee.get(photoAt(id, jpeg), { 'if-none-match': etag });
    expect([known.status, known.text]).to.deep.equal([304, '']);
  });

  it('are taken for a response that names them, and no other', async () => {
    const id = await stored(aJpeg());

    const unnamed = await send(malee, id, aJpeg({ seed: 2 }));
    const orphan = await send(malee, newId(), aJpeg());

    expect([unnamed.status, orphan.status]).to.deep.equal([404, 404]);
    expect(await app.models.photos.countDocuments({})).to.equal(0);
  });

  it('belong to who may see the response', async () => {
    const jpeg = aJpeg();
    const id = await stored(jpeg);
    const elsewhere = await send(somchai, id, jpeg);
    await send(malee, id, jpeg);

    expect(elsewhere.status).to.equal(404);
    expect((await bytesOf(somchai, id, jpeg)).status).to.equal(404);
    expect((await somchai.get(`${at(id)}/photos`)).status).to.equal(404);
    expect((await bytesOf(admin, id, jpeg)).status).to.equal(200);
  });

  for (const [what, photo, reason] of [
    ['bytes of another digest', { ...aJpeg({ seed: 3 }), digest: aJpeg().digest }, 'other-digest'],
    [
      'a photo that says where it was taken',
      aJpeg({ more: [jpegSegment(0xe1, Buffer.from('Exif\0\0GPS'))] }),
      'metadata',
    ],
    ['a page that is called a photo', digested('<script>alert(1)</script>'), 'no-photo'],
    ['a photo as wide as a bomb', aJpeg({ width: 60_000, height: 60_000 }), 'too-wide'],
  ] as const)
    it(`are not ${what}`, async () => {
      const id = await stored(photo);

      const answer = await send(malee, id, photo);

      expect(answer.status, answer.text).to.equal(422);
      expect(answer.body).to.include({ type: '/problems/photo-invalid', reason });
      expect(await app.models.photos.countDocuments({})).to.equal(0);
    });

  it('are not larger than a megabyte, and are sent as what they are', async () => {
    const large = aJpeg({ length: 1024 * 1024 });
    const id = await stored(large);

    expect((await send(malee, id, large)).status).to.equal(413);
    expect((await send(malee, id, large, 'text/html')).status).to.equal(415);
  });

  it('are three an issue at most', async () => {
    const photos = [1, 2, 3, 4].map((seed) => aJpeg({ seed }));

    const answer = await malee.put(at(newId()), naming(...photos));

    expect(answer.status).to.equal(422);
    expect(answer.body.violations).to.deep.equal([
      { code: 'photos-count', level: 'error', pointer: '/issues/0/photos', max: 3, count: 4 },
    ]);
  });

  it('make no difference to a response that has none', async () => {
    const id = newId();
    const plain = await malee.put(at(id), aResponse());

    const again = await malee.put(at(id), aResponse({ issues: [anIssue({ photos: [] })] }));

    expect([plain.status, again.status]).to.deep.equal([201, 200]);
    expect((await malee.get(at(id))).body.issues[0]).not.to.have.property('photos');
  });

  it('stay with their issue when the response is revised, and come for what it said before', async () => {
    const [kept, dropped] = [aJpeg(), aJpeg({ seed: 2 })];
    const id = await stored(kept, dropped);
    await send(malee, id, kept);
    await admin.post(`${at(id)}/decisions`, { decision: 'returned', reason: 'ขอรูปที่ชัดกว่านี้' });

    const revised = await malee.put(at(id), { ...naming(kept), revision: 1 });
    const late = await send(malee, id, dropped);

    expect(revised.status, revised.text).to.equal(200);
    expect(late.status).to.equal(201);
    const { items } = (await malee.get(`${at(id)}/photos`)).body;
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ digest: kept.digest, issue: '1' });
    const { items: history } = (await malee.get(`${at(id)}/history`)).body;
    const changes = history.flatMap((one: { changes: object[] }) => one.changes);
    expect(changes).to.deep.include({
      pointer: '/issues/0/photos',
      before: [kept.digest, dropped.digest],
      after: [kept.digest],
    });
  });

  it('are gone with the words when the response is erased, and no more are taken', async () => {
    const [jpeg, late] = [aJpeg(), aJpeg({ seed: 2 })];
    const id = await stored(jpeg, late);
    const other = await stored(jpeg);
    await send(malee, id, jpeg);
    await send(malee, other, jpeg);

    const erased = await admin.post(`${at(id)}/erasure`, { reason: 'ผู้ให้ข้อมูลขอ' });
    const after = await send(malee, id, late);

    expect(erased.status, erased.text).to.equal(201);
    expect([after.status, after.body.type]).to.deep.equal([409, '/problems/response-erased']);
    expect((await bytesOf(admin, id, jpeg)).status).to.equal(404);
    expect((await malee.get(`${at(id)}/photos`)).body.items).to.deep.equal([]);
    const left = await app.models.photos.find({}, { _id: 1 }).lean();
    expect(left.map(({ _id }) => _id)).to.deep.equal([`${other}:${jpeg.digest}`]);
  });

  it('are links in the export', async () => {
    const jpeg = aJpeg();
    const id = await stored(jpeg);

    const { text } = await admin.get('/api/surveys/2569/responses.csv');

    const [head = '', line = ''] = text.split('\r\n');
    expect(head.split(',')).to.include('"photos"');
    expect(line).to.include(photoAt(id, jpeg));
  });

  it('stay when their response is sent back and mended in our own export', async () => {
    const jpeg = aJpeg();
    const id = newId();
    const place = { province: 'TH-40' };
    await somchai.put(at(id), { ...naming(jpeg), place });
    await send(somchai, id, jpeg);
    await admin.post(`${at(id)}/decisions`, { decision: 'returned', reason: 'ขอรายละเอียด' });
    const { text } = await somchai.get('/api/surveys/2569/responses.csv?status=returned');

    const unchanged = await sendFile(somchai, text);
    const mended = await sendFile(somchai, text.replace('หลุดบ่อย', 'หลุดทุกวัน'));

    expect([unchanged.body.counts.same, mended.body.counts.same]).to.deep.equal([1, 1]);
    const { body } = await somchai.get(at(id));
    expect(body).to.include({ revision: 2 });
    expect(body.issues[0].photos).to.deep.equal([jpeg.digest]);
  });

  it('make no conflict of a row that got them: its file, as it was and as it was mended, holds the same', async () => {
    const file = (title: string) =>
      `เลขที่แบบสอบถาม,จังหวัด,หัวข้อปัญหา,ความรุนแรง\nP-7,ขอนแก่น,${title},3\n`;
    const [asSent, asMended] = ['ท่อระบายน้ำตัน', 'ท่อระบายน้ำตันหน้าตลาด'].map(file);
    const batch = await sendFile(somchai, asSent ?? '');
    const rows = await somchai.get(
      `/api/surveys/2569/batches/${batch.body.id}/rows?outcome=accept`,
    );
    const id: string = rows.body.items[0].responseId;
    await admin.post(`${at(id)}/decisions`, { decision: 'returned', reason: 'ขอภาพ' });
    const jpeg = aJpeg();
    const title = 'ท่อระบายน้ำตันหน้าตลาด';
    const mended = { id: '1', title, severity: 3, photos: [jpeg.digest] };
    const content = { version: 1, place: { province: 'TH-40' }, issues: [mended] };
    const revised = await somchai.put(at(id), { ...content, revision: 1 });
    expect(revised.status, revised.text).to.equal(200);

    for (const text of [asSent, asMended]) {
      const { body } = await sendFile(somchai, text ?? '');
      expect(body.counts, JSON.stringify(body)).to.include({ same: 1, rejected: 0, skipped: 0 });
    }
    const { body } = await somchai.get(at(id));
    expect(body.revision).to.equal(2);
    expect(body.issues[0].photos).to.deep.equal([jpeg.digest]);
  });

  it('are stored when they drip for longer than an answer may take', async function () {
    this.timeout(30_000);
    const photo = aJpeg({ length: 8000 });
    const id = await stored(photo);
    const drip = async function* () {
      const piece = Math.ceil(photo.bytes.length / 8);
      for (let from = 0; from < photo.bytes.length; from += piece) {
        if (from > 0) await new Promise((resolve) => setTimeout(resolve, answerWithinMs / 6));
        yield photo.bytes.subarray(from, from + piece);
      }
    };

    const answer = await malee.send('PUT', photoAt(id, photo), {
      body: Readable.from(drip()) as never,
      headers: { 'content-type': 'image/jpeg' },
    });

    expect(answer.status, answer.text).to.equal(201);
  });

  it('count for the day as they are read, also those that are refused', async () => {
    const added: number[] = [];
    app.context.limits.onAdded(
      ({ rate, amount }) => rate === 'bytes of photos' && added.push(amount),
    );
    const photo = digested('<script>alert(1)</script>');
    const id = await stored(photo);

    await send(malee, id, photo);

    app.context.limits.onAdded(() => undefined);
    expect(added.reduce((sum, bytes) => sum + bytes, 0)).to.equal(photo.bytes.length);
  });

  it('are nowhere to be read between the erasure of the words and their removal', async () => {
    const jpeg = aJpeg();
    const id = await stored(jpeg);
    await send(malee, id, jpeg);
    await admin.post(`${at(id)}/erasure`, { reason: 'ผู้ให้ข้อมูลขอ' });
    const photo = { _id: `${id}:${jpeg.digest}`, bytes: jpeg.bytes, size: jpeg.bytes.length };
    const facts = { type: 'image/jpeg', width: 16, height: 9, by: 'malee', receivedAt: new Date() };
    await app.models.photos.collection.insertOne({ ...photo, ...facts } as never);

    expect((await bytesOf(admin, id, jpeg)).status).to.equal(404);
  });

  it('are compared with their digests and their responses by the check', async () => {
    const jpeg = aJpeg();
    const id = await stored(jpeg);
    await send(malee, id, jpeg);
    const complaints: string[] = [];
    const check = () => photosThatDiffer(app.context.db, (line) => complaints.push(line));

    expect(await check()).to.equal(1);
    expect(complaints).to.deep.equal([]);
    await app.models.photos.updateOne({}, { $set: { bytes: aJpeg({ seed: 9 }).bytes } });
    await app.models.responses.deleteMany({});
    await check();

    expect(complaints).to.deep.equal([
      `photos: ${id}:${jpeg.digest} has other bytes than its digest says`,
      `photos: ${id}:${jpeg.digest} belongs to no response`,
    ]);
  });
});

function digested(words: string): AnyPhoto {
  const bytes = Buffer.from(words);
  return { bytes, digest: digestOfBytes(bytes) };
}
