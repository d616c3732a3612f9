// What was filled in is stored exactly once, with every photo, whatever the phone, the line and the server do meanwhile.
// FIELD_WALKS: how many; FIELD_SEED: where to begin.
import { expect } from 'chai';
import { type APIRequestContext, type Page, request } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import {
  type FieldServer,
  keptForOffline,
  openPhone,
  startFieldServer,
} from '../support/field-phone.ts';
import { deviceMemory, storedWith } from '../support/fill-form.ts';
import { chromiumPath } from '../support/find-chromium.mjs';
import { startVersions, type Versions } from '../support/next-version.ts';
import { FieldWalk, type WalkedForm } from './field-walk.ts';
import { seededRandom } from './random.ts';

const walks = Number(process.env.FIELD_WALKS ?? 3);
const firstSeed = Number(process.env.FIELD_SEED ?? Date.now() % 1e6);
/** of a normal run: no further walk is begun after it */
const longestMs = walks > 10 ? Number.POSITIVE_INFINITY : 35_000;
const stepsPerWalk = 16;
const settledWithinMs = 60_000;

interface OnDevice {
  readonly drafts: readonly { readonly id: string }[];
  readonly sets: readonly {
    readonly id: string;
    readonly state: string;
    readonly receipt: string;
  }[];
}

describe('random walks of a phone in the field', () => {
  let server: FieldServer;
  let versions: Versions;
  let reader: APIRequestContext;
  before(async function () {
    this.timeout(60_000);
    if (!chromiumPath()) {
      process.stdout.write('      NOT WALKED: there is no Chromium\n');
      return this.skip();
    }
    server = await startFieldServer();
    versions = await startVersions(server.url);
    reader = await request.newContext({ baseURL: server.url });
    await signIn({ request: reader }, server.url, 'admin');
  });
  after(async () => {
    await reader?.dispose();
    await versions?.close();
    await server?.end();
  });

  it('lose nothing and send nothing twice', async function () {
    this.timeout(walks * 180_000);
    const begun = Date.now();
    let walked = 0;
    for (; walked < walks && Date.now() - begun < longestMs; walked++) {
      const seed = firstSeed + walked;
      const told: string[] = [];
      await walkOnce(seed, told).catch((cause: Error) => {
        throw new Error(`FIELD_SEED=${seed} after ${told.join(' · ')}:\n${cause.stack}`, { cause });
      });
    }
    process.stdout.write(`      ${walked} walks from FIELD_SEED=${firstSeed} on\n`);
  });

  async function walkOnce(seed: number, told: string[]): Promise<void> {
    await server.back();
    const phone = await openPhone(versions.url);
    try {
      await signIn(phone.context, versions.url, 'malee');
      const first = await phone.newPage('#/home');
      await keptForOffline(first);
      await first.close();
      // a phone that has been in use: what it was told a moment before its battery dies is not what is tried here
      await phone.restart();
      const walk = new FieldWalk(`เสาล้ม ${seed}`, seededRandom(seed), phone, {
        server,
        versions,
      });
      try {
        await walk.steps(stepsPerWalk);
      } finally {
        told.push(...walk.done);
        if (process.env.FIELD_PICTURES)
          for (const [n, p] of phone.context.pages().entries())
            await p.screenshot({ path: `/tmp/field/walk-${seed}-${n}.png` }).catch(() => 0);
      }
      const page = await walk.settle();
      await agrees(page, [...walk.forms.values()]);
    } finally {
      await phone.close();
    }
  }

  async function agrees(page: Page, forms: readonly WalkedForm[]): Promise<void> {
    const end = Date.now() + settledWithinMs;
    while (!(await isSettled(page)) && Date.now() < end) {
      const now = page.getByRole('button', { name: 'ส่งตอนนี้' });
      await now.click({ timeout: 500 }).catch(() => undefined); // nothing is left to push
    }
    const { drafts, sets } = await onDevice(page);
    for (const form of forms) {
      const stored = await storedWith(reader, form.title);
      const set = sets.find(({ id }) => id === form.id);
      const what = `${form.title} (${form.sent}, photos ${form.photos.join(' ')}; ${JSON.stringify(set)})`;
      const isDraft = drafts.some(({ id }) => id === form.id);
      expect(stored.length + (isDraft ? 1 : 0), `${what}: stored or a draft`).to.equal(1);
      if (form.sent === 'yes') expect(stored, what).to.have.length(1);
      if (form.sent === 'no') expect(stored, what).to.have.length(0);
      if (!stored[0]) continue;
      expect(set, what).to.include({ state: 'sent', receipt: stored[0].receipt });
      expect(await arrivedOf(form.id), `${what}: photos`).to.have.members([...form.photos]);
    }
    expect(await photosLeft(page, forms)).to.deep.equal([]);
  }

  async function arrivedOf(id: string): Promise<(number | undefined)[]> {
    const answer = await reader.get(`/api/surveys/2569/responses/${id}/photos`);
    const { items } = (await answer.json()) as { items: { arrived: { width: number } | null }[] };
    return items.map(({ arrived }) => arrived?.width);
  }
});

async function onDevice(page: Page): Promise<OnDevice> {
  const [[drafts, , sets]] = JSON.parse(await deviceMemory(page));
  return { drafts, sets };
}

/** Nothing waits here any more, neither a set nor a photo of one that was sent. */
async function isSettled(page: Page): Promise<boolean> {
  const { sets } = await onDevice(page);
  if (!sets.every(({ state }) => state === 'sent')) return false;
  const sent = new Set(sets.map(({ id }) => id));
  return !(await photoNotes(page)).some(({ response }) => sent.has(response));
}

async function photosLeft(page: Page, forms: readonly WalkedForm[]): Promise<readonly string[]> {
  const unsent = new Set((await onDevice(page)).drafts.map(({ id }) => id));
  const walked = new Set(forms.map(({ id }) => id));
  const left = (await photoNotes(page)).filter(
    ({ response }) => walked.has(response) && !unsent.has(response),
  );
  return left.map(({ key }) => key);
}

interface Note {
  readonly key: string;
  readonly response: string;
}

function photoNotes(page: Page): Promise<readonly Note[]> {
  return page.evaluate(
    () =>
      new Promise<Note[]>((resolve, reject) => {
        const opening = indexedDB.open('rabfang.photos');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains('notes')) return resolve([]);
          const reading = database.transaction('notes').objectStore('notes').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
  );
}
