// Photos on a problem: taken on the phone, kept without a signal, sent after the response, and seen by who reviews it.
import { expect } from 'chai';
import type { APIRequestContext, Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import {
  fillVisit,
  kept,
  keptOnDevice,
  received,
  send,
  storedWith,
  toOutbox,
} from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';
import { aPng, jpegSegment } from '../support/photos.ts';

/** What a camera says beside the picture: turned by a quarter, and where it was. */
const exif = jpegSegment(
  0xe1,
  Buffer.from(
    'Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 18.79',
    'latin1',
  ),
);

/** A large picture as a camera makes it, lying on its side. */
async function fromCamera(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    ({ width, height }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const pen = canvas.getContext('2d');
      for (let at = 0; at < 3000; at++) {
        if (pen) pen.fillStyle = `hsl(${(at * 37) % 360} 60% 50%)`;
        pen?.fillRect((at * 97) % width, (at * 61) % height, 160, 90);
      }
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
    },
    { width, height },
  );
  const jpeg = Buffer.from(base64, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

interface Listed {
  readonly digest: string;
  readonly arrived: {
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

describe('photos of a problem', function () {
  this.timeout(90_000);
  const tests = onDemonstration();
  let reader: APIRequestContext;

  before(async () => {
    reader = await tests.requests('admin');
  });

  const photosOf = async (response: string): Promise<Listed[]> => {
    const answer = await reader.get(`/api/surveys/2569/responses/${response}/photos`);
    return (await answer.json()).items;
  };

  it('are made small and clean, wait without a signal, follow the response, and stand in the review', async () => {
    const { page, context } = await tests.open('malee', '#/collect', phone);
    const title = 'เสาสัญญาณล้มทับถนนหน้าหมู่บ้าน';
    await fillVisit(page, { title });
    const large = await fromCamera(page, 2400, 1600);
    const camera = page.getByLabel('ถ่ายภาพ', { exact: true });
    await camera.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: large });
    await page.getByRole('img', { name: 'ภาพที่ 1', exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByLabel('เลือกภาพ', { exact: true }).setInputFiles([
      { name: 'a.png', mimeType: 'image/png', buffer: aPng(640, 480).bytes },
      { name: 'b.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>') },
    ]);
    await page.getByText('อ่านภาพนี้ไม่ได้').waitFor();
    await page.getByRole('img', { name: 'ภาพที่ 2', exact: true }).waitFor();
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    await send(page);
    await kept(page);

    // the first answer is lost on its way: it is there already when it comes again
    let sent = 0;
    await page.route('**/photos/*', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await context.setOffline(false);

    await received(page);
    const [stored] = await storedWith(reader, title);
    const id = stored?.id ?? expect.fail('it is stored');
    let photos = await photosOf(id);
    while (!photos.every(({ arrived }) => arrived)) {
      await page.waitForTimeout(50);
      photos = await photosOf(id);
    }
    const [first, second] = photos.map(({ arrived }) => arrived);
    // upright, as the camera said that it lay
    expect([first?.width, first?.height]).to.deep.equal([1067, 1600]);
    expect(first?.bytes).to.be.below(400 * 1024);
    expect([second?.width, second?.height]).to.deep.equal([640, 480]);
    expect(photos).to.have.length(2);
    await page.getByRole('link', { name: 'เปิดกล่องขาออก', exact: true }).click();
    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect(sent).to.equal(3);
    await reviewIn(id);
    // the browser says of the answer that was lost that it was, and of what was asked for without a signal that it did not come
    const isLine = /net::ERR_(FAILED|INTERNET_DISCONNECTED)|load preload assets/;
    const complaints = tests.complaints().filter((one) => !isLine.test(one));
    expect(complaints).to.deep.equal([]);
  });

  async function reviewIn(id: string): Promise<void> {
    const english = { ...desktop, remembers: { 'rabfang.lang': 'en' } };
    const { page } = await tests.open('admin', `#/responses/${id}`, english);
    const shown = page.getByRole('img', { name: /^Photo \d, opens in full/ });
    await shown.nth(1).waitFor();
    for (const photo of await shown.all()) {
      await photo.scrollIntoViewIfNeeded();
      await photo.evaluate((image: HTMLImageElement) => image.decode());
    }
    expect(await axe(page)).to.deep.equal([]);
  }

  it('are taken out and brought back by keyboard, and only what is named is sent', async () => {
    const { page } = await tests.open('malee', '#/collect', phone);
    const title = 'สะพานไม้ข้ามคลองชำรุด รถพยาบาลเข้าไม่ได้';
    await fillVisit(page, { title });
    await page.getByLabel('เลือกภาพ', { exact: true }).setInputFiles(
      [40, 50, 60, 70].map((width) => ({
        name: `${width}.png`,
        mimeType: 'image/png',
        buffer: aPng(width, 30).bytes,
      })),
    );
    await page.getByText('ครบแล้ว ถ้าจะเพิ่ม ลบภาพอื่นก่อน').waitFor();
    await page.getByRole('button', { name: 'ลบภาพที่ 2' }).press('Enter');
    await page.getByRole('button', { name: 'เลิกทำ' }).press('Enter');
    await page.getByRole('button', { name: 'ลบภาพที่ 3' }).press('Enter');
    await page.getByText('ลบภาพแล้ว').waitFor();

    await send(page);
    await received(page);

    const [stored] = await storedWith(reader, title);
    let photos = await photosOf(stored?.id ?? '');
    while (!photos.every(({ arrived }) => arrived)) {
      await page.waitForTimeout(50);
      photos = await photosOf(stored?.id ?? '');
    }
    expect(photos.map(({ arrived }) => arrived?.width)).to.deep.equal([40, 50]);
  });

  it('are waited for when one is still being made, count meanwhile, and are all sent', async () => {
    const { page } = await tests.open('malee', '#/collect', phone);
    const title = 'ตลิ่งทรุดติดโรงเรียน';
    await fillVisit(page, { title });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/shrink\.worker/, async (route) => {
      await held;
      await route.continue();
    });
    const choose = page.getByLabel('เลือกภาพ', { exact: true });
    const pick = (widths: readonly number[]) => choose.setInputFiles(widths.map(pngOf));
    await pick([30, 31]);
    await page.getByText('กำลังย่อภาพ…').waitFor();
    await pick([32, 33]);
    await choose.waitFor({ state: 'detached' });
    await send(page);
    await page.getByRole('button', { name: 'รอย่อภาพให้เสร็จก่อน…' }).waitFor();
    release();
    await received(page);
    const [stored] = await storedWith(reader, title);
    let photos = await photosOf(stored?.id ?? '');
    while (!photos.every(({ arrived }) => arrived)) {
      await page.waitForTimeout(50);
      photos = await photosOf(stored?.id ?? '');
    }
    expect(photos.map(({ arrived }) => arrived?.width)).to.have.members([30, 31, 32]);
  });

  it('end in clear words when one does not come to an end, and the form goes without it', async () => {
    const { page } = await tests.open('malee', '#/home', phone);
    await page.clock.install();
    await page.route(/shrink\.worker/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => undefined;' }),
    );
    await page.goto(`${tests.server.url}/#/collect`);
    await fillVisit(page, { title: 'ภาพที่ย่อไม่เสร็จ' });
    await page.getByLabel('เลือกภาพ', { exact: true }).setInputFiles(pngOf(34));
    await page.getByText('กำลังย่อภาพ…').waitFor();
    await send(page);
    await page.clock.fastForward(61_000);
    await page.getByText('ย่อภาพนี้ไม่เสร็จใน 1 นาที').first().waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await send(page);
    await received(page);
  });

  it('of which the line does not carry one do not keep back the others, nor a response', async () => {
    const { page } = await tests.open('malee', '#/collect', phone);
    const [first, second] = ['เสาไฟเอนหลังฝน', 'หอกระจายข่าวเงียบ'];
    await fillVisit(page, { title: first });
    await page.getByLabel('เลือกภาพ', { exact: true }).setInputFiles([pngOf(35), pngOf(36)]);
    await page.getByRole('img', { name: 'ภาพที่ 2', exact: true }).waitFor();
    const stuck: string[] = [];
    let line: 'hangs' | 'cut' | 'good' = 'hangs';
    await page.route('**/photos/*', async (route) => {
      const url = route.request().url();
      if (stuck.length === 0) stuck.push(url);
      if (!stuck.includes(url) || line === 'good') await route.continue();
      else if (line === 'cut') await route.abort('connectionreset');
    });
    await send(page);
    await received(page);
    const [stored] = await storedWith(reader, first);
    const id = stored?.id ?? '';
    while (stuck.length === 0) await page.waitForTimeout(20);

    // while the first photo hangs, the next response goes before it
    await page.getByRole('button', { name: 'เริ่มแบบสำรวจใหม่' }).click();
    await fillVisit(page, { title: second });
    await send(page);
    await received(page);
    // then it is cut, again and again, and the other one goes all the same
    line = 'cut';
    const arrivals = async () => (await photosOf(id)).filter(({ arrived }) => arrived);
    await page.reload();
    while ((await arrivals()).length === 0) await page.waitForTimeout(50);
    expect(stuck[0]).not.to.include((await arrivals())[0]?.digest);

    line = 'good';
    await toOutbox(page);
    await page.getByRole('button', { name: 'ส่งตอนนี้' }).click();
    await page.getByText('ทุกชุดในเครื่องนี้ถึงศูนย์ข้อมูลแล้ว').waitFor();
    expect(await arrivals()).to.have.length(2);
  });

  it('go with the draft that is deleted, once that cannot be undone', async () => {
    const { page } = await tests.open('malee', '#/collect', phone);
    await fillVisit(page, { title: 'ร่างที่จะลบ' });
    await page
      .getByLabel('เลือกภาพ', { exact: true })
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: aPng(90, 60).bytes });
    await page.getByRole('img', { name: 'ภาพที่ 1', exact: true }).waitFor();
    await keptOnDevice(page, /"photos":/);
    const leftOver = () => photosOnDevice(page);
    await page.goto(`${tests.server.url}/#/collect`);
    await page.getByRole('button', { name: /^ลบร่าง/ }).click();
    await page.getByRole('button', { name: 'เลิกทำ' }).click();
    expect(await leftOver()).to.equal(1);

    await page.getByRole('button', { name: /^ลบร่าง/ }).click();
    await page.getByRole('button', { name: 'ปิด', exact: true }).click();
    while ((await leftOver()) > 0) await page.waitForTimeout(20);
  });
});

const pngOf = (width: number) => ({
  name: `${width}.png`,
  mimeType: 'image/png',
  buffer: aPng(width, 20).bytes,
});

/** How many this device keeps. */
function photosOnDevice(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { result } = await new Promise<{ readonly result: IDBDatabase }>((resolve) => {
      const opening = indexedDB.open('rabfang.photos');
      opening.onsuccess = () => resolve(opening);
    });
    const counts = ['notes', 'bytes'].map((name) => {
      const counting = result.transaction(name).objectStore(name).count();
      return new Promise<number>((resolve) => {
        counting.onsuccess = () => resolve(counting.result);
      });
    });
    const [notes = 0, bytes = 0] = await Promise.all(counts);
    result.close();
    return Math.max(notes, bytes);
  });
}
