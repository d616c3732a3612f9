// What a busy office does all day, at a steady pace: responses, a large file now and then, dashboards, decisions, event streams, sign-ins.
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { anIssue, aResponse, newId } from '../support/build.ts';
import { makeCsv } from '../support/make-csv.ts';
import type { Client } from './asking.ts';

export interface Pace {
  /** responses a second */
  readonly rate: number;
  /** rows of the file that is sent */
  readonly rows: number;
  /** seconds from the end of one file to the next */
  readonly restSeconds: number;
}

type Tokens = Readonly<Record<'malee' | 'nok' | 'admin', string>>;

const sv = '/api/surveys/2569';
const streams = 20;
const tickMs = 10;
/** one in so many is sent once more, as an outbox does that has not heard the answer */
const repeatEvery = 10;
const remembered = 5000;
const provinces = ['TH-10', 'TH-30', 'TH-40', 'TH-50', 'TH-80', 'TH-90'];
const titles = ['สัญญาณหลุดบ่อย', 'เพจปลอมหลอกขายของ', 'ยื่นเอกสารซ้ำ', 'เน็ตโรงเรียนช้า'];

export class MixedLoad {
  readonly #client: Client;
  readonly #pace: Pace;
  readonly #tokens: Tokens;
  readonly #stopped = new AbortController();
  readonly #sent: string[] = [];
  readonly #open = new Set<Promise<unknown>>();
  /** stored by an answer 201 */
  stored = 0;
  files = 0;

  private constructor(client: Client, pace: Pace, tokens: Tokens) {
    this.#client = client;
    this.#pace = pace;
    this.#tokens = tokens;
  }

  static async begin(client: Client, pace: Pace): Promise<MixedLoad> {
    const [malee, nok, admin] = await Promise.all(
      ['malee', 'nok', 'admin'].map((name) => signIn(client, name)),
    );
    const load = new MixedLoad(client, pace, { malee, nok, admin } as Tokens);
    load.#begin();
    return load;
  }

  /** Nothing new is asked; settles when everything has been answered. */
  async end(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#open);
  }

  #begin(): void {
    // everybody who rests between two acts waits for it
    setMaxListeners(0, this.#stopped.signal);
    const { rate } = this.#pace;
    this.#steadily(rate, (since) => this.#respond(since));
    this.#steadily(Math.max(1, rate / 20), (since) => this.#decide(since));
    this.#steadily(5, (since) => this.#lookAgain(since));
    this.#steadily(1, (since) => this.#lookAnew(since));
    this.#steadily(2, (since) => this.#list(since));
    this.#steadily(0.2, () => this.#signInAndOut());
    this.#keep(() => this.#sendFiles());
    for (let n = 0; n < streams; n++) this.#keep(() => this.#follow(n));
  }

  #keep(work: () => Promise<unknown>): void {
    const going = work().finally(() => this.#open.delete(going));
    this.#open.add(going);
  }

  /** So often a second, whether the answers come or not: who waits for one that is late does not make the others fewer. */
  #steadily(perSecond: number, act: (since: number) => Promise<unknown>): void {
    let due = performance.now();
    const timer = setInterval(() => {
      if (this.#stopped.signal.aborted) return clearInterval(timer);
      for (const now = performance.now(); due <= now; due += 1000 / perSecond) {
        const since = due;
        this.#keep(() => act(since));
      }
    }, tickMs);
  }

  async #respond(since: number): Promise<void> {
    const again = this.#sent.length > 0 && Math.random() < 1 / repeatEvery;
    const id = again ? pick(this.#sent) : newId();
    const n = Number.parseInt(id.slice(0, 6), 16);
    const body = JSON.stringify(
      aResponse({
        place: { province: 'TH-50' },
        issues: [anIssue({ title: at(titles, n), severity: (n % 5) + 1 }), anIssue()],
      }),
    );
    const { malee: token } = this.#tokens;
    const asking = { token, body, since };
    const kind = again ? 'response again' : 'response';
    const { status } = await this.#client.ask(
      kind,
      [again ? 200 : 201],
      'PUT',
      `${sv}/responses/${id}`,
      asking,
    );
    if (status !== 201) return;
    this.stored++;
    if (this.#sent.length < remembered) this.#sent.push(id);
    else this.#sent[Math.floor(Math.random() * remembered)] = id;
  }

  async #decide(since: number): Promise<void> {
    const id = this.#sent.length > 0 ? pick(this.#sent) : undefined;
    if (!id) return;
    const decision = { id: newId(), decision: 'approved' };
    const asking = { token: this.#tokens.admin, body: JSON.stringify(decision), since };
    // 409: it was approved before; 429: more often than anybody may
    await this.#client.ask(
      'decision',
      [201, 409],
      'POST',
      `${sv}/responses/${id}/decisions`,
      asking,
    );
  }

  #tag: string | undefined;
  async #lookAgain(since: number): Promise<void> {
    const headers = this.#tag ? { 'if-none-match': this.#tag } : {};
    const asking = { token: this.#tokens.nok, headers, since };
    const { etag } = await this.#client.ask(
      'figures again',
      [200, 304],
      'GET',
      `${sv}/figures?province=TH-30`,
      asking,
    );
    this.#tag = etag;
  }

  async #lookAnew(since: number): Promise<void> {
    const day = 1 + Math.floor(Math.random() * 28);
    const filter = `province=${pick(provinces)}&from=2026-01-${String(day).padStart(2, '0')}&severity=${1 + (day % 5)}`;
    const asking = { token: this.#tokens.nok, since };
    await this.#client.ask('figures anew', [200], 'GET', `${sv}/figures?${filter}`, asking);
  }

  async #list(since: number): Promise<void> {
    const asking = { token: this.#tokens.nok, since };
    await this.#client.ask(
      'page of responses',
      [200],
      'GET',
      `${sv}/responses?province=${pick(provinces)}&limit=50`,
      asking,
    );
  }

  async #signInAndOut(): Promise<void> {
    const token = await signIn(this.#client, 'somchai');
    if (token) await this.#client.ask('sign out', [204], 'DELETE', '/api/session', { token });
  }

  async #sendFiles(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.#sendFile();
      await wait(this.#pace.restSeconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }

  async #sendFile(): Promise<void> {
    const mark = newId();
    const boundary = 'rabfang-soak';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="soak.csv"\r\nContent-Type: text/csv\r\n\r\n`;
    const { rows } = this.#pace;
    const parts = async function* () {
      yield head;
      for (const part of makeCsv(rows)) yield part.replaceAll('จุดที่', `จุดที่ ${mark}`);
      yield `\r\n--${boundary}--\r\n`;
    };
    const headers = {
      authorization: `Bearer ${this.#tokens.admin}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    };
    const answer = await this.#client.open('POST', `${sv}/batches`, headers, parts());
    answer.resume();
    if (answer.statusCode !== 201) this.#client.odd.set(`file: ${answer.statusCode}`, 1);
    else this.files++;
    await new Promise((resolve) => answer.once('close', resolve));
  }

  /** Some readers come and go, as pages do. */
  async #follow(n: number): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const headers = { authorization: `Bearer ${n % 2 ? this.#tokens.nok : this.#tokens.admin}` };
      const answer = await this.#client.open('GET', `${sv}/figures/changes`, headers);
      answer.on('error', () => undefined).resume();
      await wait((5 + n * 5) * 1000, undefined, { signal }).catch(() => undefined);
      answer.destroy();
    }
  }
}

async function signIn(client: Client, username: string): Promise<string> {
  const body = JSON.stringify({ username, password: 'rabfang-demo' });
  const { text } = await client.ask('sign in', [200, 201], 'POST', '/api/session', { body });
  return (JSON.parse(text) as { token: string }).token;
}

const pick = <T>(list: readonly T[]): T => at(list, Math.floor(Math.random() * list.length));
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T; // no list here is empty
