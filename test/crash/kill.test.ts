// `kill -9` at random moments under concurrent form submissions and a batch: what was answered 2xx is there, whole, and
// figures after the restart equal a plain recount. CRASH_ROUNDS says how often (3; `npm run crash` does 24).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openSqlite } from '../../server/db/embedded/binding.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { sha256 } from '../../server/responses/sha256.ts';
import { figureNames } from '../../shared/api/figures.ts';
import { digestOf } from '../../shared/survey/response-digest.ts';
import { anIssue, aResponse, newId } from '../support/build.ts';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { recount } from '../support/recount.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

const rounds = Number(process.env.CRASH_ROUNDS ?? 3);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000);
const clients = 12;
const batchRows = 3000;
const sv = '/api/surveys/2569';

describe(`kill -9, ${rounds} rounds, CRASH_SEED=${seed}`, function () {
  this.timeout(rounds * 60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-crash-'));
  /** id → title of every response that was answered 2xx, over all rounds */
  const acknowledged = new Map<string, string>();
  /** batches that were answered 201: id → accepted */
  const finished = new Map<string, number>();
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (let round = 1; round <= rounds; round++) {
    it(`round ${round}: nothing acknowledged is lost, nothing is half, figures equal a recount`, async () => {
      const server = await startServer({ LIMITS: 'off', DATA_DIR: folder, DEMO: 'on' });
      await loadUntilKilled(server, round);
      await checkDatabase();
      await checkFigures();
    });
  }

  async function loadUntilKilled(server: ServerProcess, round: number): Promise<void> {
    const token = await tokenOf(server.url);
    let killed = false;
    const client = async () => {
      while (!killed) {
        const [id, title] = [newId(), `รอบ ${round} ${letters(newId())}`];
        const status = await put(server.url, token, id, title);
        if (status === 200 || status === 201) acknowledged.set(id, title);
      }
    };
    const work = Array.from({ length: clients }, client);
    work.push(sendBatch(server.url, token, round));
    await wait(150 + ((seed * 7919 + round * 104_729) % 1400));
    await server.kill();
    killed = true;
    await Promise.all(work);
  }

  async function sendBatch(url: string, token: string, round: number): Promise<void> {
    const form = new FormData();
    const rows = [...makeCsv(batchRows)].join('').replaceAll('ครูไม่มั่นใจ', `รอบ ${round} ครูไม่มั่นใจ`);
    form.append('file', new Blob([rows]), `${round}.csv`);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}${sv}/batches`, { method: 'POST', headers, body: form })
      .then(async (reply) => ({ status: reply.status, body: await reply.json() }))
      .catch(() => undefined); // the server was killed while it answered
    if (answer?.status === 201) finished.set(answer.body.id, answer.body.counts.accepted);
  }

  /** Read by this process, straight from the file: what a restart finds. */
  async function checkDatabase(): Promise<void> {
    // also compares every index with its table
    const file = openSqlite(join(folder, fileName));
    const [integrity] = file.prepare('PRAGMA integrity_check').all();
    file.close();
    expect(Object.values(integrity ?? {})).to.deep.equal(['ok']);

    const db = await openDatabase({ dataDir: folder }, collections);
    try {
      const stored = new Map(
        (await modelsOf(db).responses.find({}).lean()).map((response) => [response._id, response]),
      );
      const lost = [...acknowledged].filter(
        ([id, title]) => stored.get(id)?.issues[0]?.title !== title,
      );
      expect(lost, `acknowledged responses that are gone (of ${acknowledged.size})`).to.deep.equal(
        [],
      );
      const half = [...stored.values()].filter(
        (response) => digestOf(contentOf(response), sha256) !== response.digest,
      );
      expect(
        half.map(({ _id }) => _id),
        'responses that are not whole',
      ).to.deep.equal([]);
      for (const [id, accepted] of finished) {
        const rows = [...stored.values()].filter(({ batch }) => batch === id).length;
        expect(rows, `rows of the finished batch ${id}`).to.equal(accepted);
      }
    } finally {
      await db.close();
    }
  }

  async function checkFigures(): Promise<void> {
    const server = await startServer({ LIMITS: 'off', DATA_DIR: folder, DEMO: 'on' });
    const token = await tokenOf(server.url);
    const answer = await fetch(`${server.url}${sv}/figures?figures=${figureNames.join(',')}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const served = (await answer.json()) as { strip: object; figures: Record<string, unknown> };
    const states = await fetch(`${server.url}${sv}/batches`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const batches = (await states.json()) as { items: { state: string }[] };
    const ready = (await (await fetch(`${server.url}/readyz`)).json()) as object;
    await server.stop();
    const db = await openDatabase({ dataDir: folder }, collections);
    const all = await modelsOf(db).responses.find({}).lean();
    await db.close();

    const counted = recount(all, { survey: '2569', filters: {}, scope: { kind: 'all' } });

    expect(ready).to.deep.equal({ status: 'ready', setAside: 0, drift: 0, lagMs: 0 });
    expect(served.strip).to.deep.equal(counted.strip);
    expect(served.figures).to.deep.equal(JSON.parse(JSON.stringify(counted.figures)));
    expect(batches.items.map(({ state }) => state)).not.to.include('loading');
  }
});

/** digits of an id may look like a phone number, which the rules would cut out */
const letters = (id: string) =>
  id.replace(/[\d-]/g, (c) => 'ghijklmnopq'['0123456789-'.indexOf(c)] ?? c);

type Stored = Parameters<typeof digestOf>[0] & Record<string, unknown>;

/** the members that a sender gave, without those that storing added */
function contentOf(stored: object): Stored {
  const { surveyVersion, day, channel, channelText, place, respondent, issues, answers } =
    stored as Stored;
  return { surveyVersion, day, channel, channelText, place, respondent, issues, answers };
}

async function put(
  url: string,
  token: string,
  id: string,
  title: string,
): Promise<number | undefined> {
  return fetch(`${url}${sv}/responses/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(
      aResponse({ issues: [anIssue({ title }), anIssue({ strategy: 'trust' })] }),
    ),
  })
    .then(({ status }) => status)
    .catch(() => undefined); // the server was killed: nothing was acknowledged
}

async function tokenOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: 'rabfang-demo' }),
  });
  return ((await answer.json()) as { token: string }).token;
}
