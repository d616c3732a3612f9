// Many people at work at once, who send again what was answered by "later", as the outbox and the pages do; everything that they
// ask and hear is written down.
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Person, TestApp } from './app.ts';
import type { SaidOfBatch } from './batch-history.ts';
import { aResponse, newId } from './build.ts';
import type { Asked, Happened, Seen } from './history.ts';
import { makeCsv } from './make-csv.ts';
import { sendFile } from './send-file.ts';

const sv = '/api/surveys/2569';
/** how often a response is decided on at most: histories stay short enough to be judged */
const mostDecisions = 6;

export interface BusyOffice {
  readonly history: readonly Happened[];
  readonly saidOfBatches: readonly SaidOfBatch[];
  /** statuses of answers to uploads */
  readonly uploads: readonly number[];
  /** answers that nobody should get: neither what was asked for nor "later", without a time to come back, or late */
  readonly odd: readonly string[];
  /** how much longer /readyz took than /healthz, which asks no database, at the same moment; milliseconds */
  readonly readiness: readonly number[];
  /** two offices upload, slowly, under either policy */
  sendFiles(): void;
  /** lets everybody finish what they are at; then nothing is asked any more */
  close(): Promise<void>;
}

/** the longest that anybody waits for an answer */
const patienceMs = 30_000;

export async function openOffice(app: TestApp, round: number): Promise<BusyOffice> {
  const [malee, nok, admin, visitor] = await Promise.all(
    ['malee', 'nok', 'admin', 'visitor'].map((name) => app.as(name)),
  );
  const office = new Office(round, { malee, nok, admin, visitor } as People);
  office.open();
  return office;
}

type People = Readonly<Record<'malee' | 'nok' | 'admin' | 'visitor', Person>>;

class Office implements BusyOffice {
  readonly history: Happened[] = [];
  readonly saidOfBatches: SaidOfBatch[] = [];
  readonly uploads: number[] = [];
  readonly odd: string[] = [];
  readonly readiness: number[] = [];
  readonly #round: number;
  readonly #people: People;
  readonly #decided = new Map<string, number>();
  #isOpen = true;
  #work: Promise<unknown>[] = [];

  constructor(round: number, people: People) {
    this.#round = round;
    this.#people = people;
  }

  open(): void {
    const people = [
      ...Array.from({ length: 4 }, () => () => this.#putOne()),
      ...Array.from({ length: 2 }, () => () => this.#readOne()),
      ...Array.from({ length: 2 }, () => () => this.#decideOne()),
      () => this.#lookWhetherReady(),
      () => this.#lookAtFigures(),
    ];
    this.#work = people.map(async (once) => {
      while (this.#isOpen) await once();
    });
  }

  sendFiles(): void {
    this.#work.push(this.#upload('accept-good'), this.#upload('all-or-nothing'));
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await Promise.all(this.#work);
  }

  async #putOne(): Promise<void> {
    const response = Math.random() < 0.3 ? this.#someResponse() : newId();
    if (response === undefined) return;
    for (let isLater = true; isLater && this.#isOpen; ) {
      const answer = await this.#note({ kind: 'put', response }, [200, 201], () =>
        this.#people.malee.put(`${sv}/responses/${response}`, aResponse()),
      );
      isLater = answer.status === 503;
    }
  }

  async #readOne(): Promise<void> {
    const response = this.#someResponse();
    if (response === undefined) return wait(20);
    await this.#note({ kind: 'read', response }, [200, 404], () =>
      this.#people.nok.get(`${sv}/responses/${response}`),
    );
    await wait(10);
  }

  async #decideOne(): Promise<void> {
    const response = this.#someResponse();
    const before = this.#decided.get(response ?? '') ?? 0;
    if (response === undefined || before >= mostDecisions) return wait(20);
    this.#decided.set(response, before + 1);
    const decision = newId();
    const body = { id: decision, decision: 'returned', reason: 'ขอชื่อหมู่บ้าน' };
    for (let isLater = true; isLater && this.#isOpen; ) {
      const answer = await this.#note({ kind: 'decide', response, decision }, [201, 404, 409], () =>
        this.#people.admin.post(`${sv}/responses/${response}/decisions`, body),
      );
      isLater = answer.status === 503;
    }
  }

  async #lookWhetherReady(): Promise<void> {
    const from = performance.now();
    const look = async (path: string) => {
      await this.#ask(path, [200], () => this.#people.visitor.get(path), 0);
      return performance.now() - from;
    };
    const [alive = 0, ready = 0] = await Promise.all([look('/healthz'), look('/readyz')]);
    this.readiness.push(ready - alive);
    await wait(100);
  }

  async #lookAtFigures(): Promise<void> {
    await this.#ask('figures', [200], () => this.#people.nok.get(`${sv}/figures?figures=summary`));
    await wait(100);
  }

  /** A file that comes slowly, and everybody looks how far it is. */
  async #upload(policy: 'accept-good' | 'all-or-nothing'): Promise<void> {
    const batch = newId();
    const from = performance.now();
    const looking = this.#lookAtBatch(batch);
    const send = () =>
      sendFile(this.#people.admin, this.#slowFile(policy), { fields: { id: batch, policy } });
    let answer = await send();
    // who asks, or for which survey, could not be read: nothing had begun
    while (answer.status === 503 && (await this.#isUnknown(batch))) answer = await send();
    this.uploads.push(answer.status);
    if (answer.status === 201) {
      const { state, counts } = answer.body;
      this.saidOfBatches.push({ batch, from, to: performance.now(), state, counts });
    } else if (answer.status !== 503) this.odd.push(`upload: ${answer.status} ${answer.text}`);
    await looking;
  }

  async *#slowFile(policy: string): AsyncGenerator<string> {
    // rows of a batch have identities by their content: a file of its own each time
    const mark = `รอบ ${this.#round} ${policy} `;
    for (const piece of makeCsv(2000)) {
      yield piece.replaceAll(/จุดที่ (\d+)/g, `${mark}$1`).replaceAll(/,9,(\d+),/g, ',5,$1,');
      if (this.#isOpen) await wait(700);
    }
  }

  async #isUnknown(batch: string): Promise<boolean> {
    const look = () => this.#people.nok.get(`${sv}/batches/${batch}`);
    let answer = await look();
    for (; answer.status === 503; answer = await look()) await wait(500);
    return answer.status === 404;
  }

  async #lookAtBatch(batch: string): Promise<void> {
    while (this.#isOpen) {
      const from = performance.now();
      const answer = await this.#ask('batch', [200, 404], () =>
        this.#people.nok.get(`${sv}/batches/${batch}`),
      );
      if (answer.status === 200) {
        const { state, counts } = answer.body;
        this.saidOfBatches.push({ batch, from, to: performance.now(), state, counts });
      }
      await wait(200);
    }
  }

  /** A recent one, which others are at too. */
  #someResponse(): string | undefined {
    const recent = this.history.slice(-60);
    return recent[Math.floor(Math.random() * recent.length)]?.response;
  }

  async #note(
    asked: Question,
    expected: readonly number[],
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    const from = performance.now();
    const answer = await this.#ask(asked.kind, expected, send);
    const heard = heardOf(asked.kind, answer);
    if (heard !== undefined) {
      // the kind has the answers that heardOf gives it
      const happened = { ...asked, answer: heard, from, to: performance.now() } as Happened;
      this.history.push(happened);
    }
    return answer;
  }

  async #ask(
    what: string,
    expected: readonly number[],
    send: () => Promise<Answer>,
    againMs = 200,
  ): Promise<Answer> {
    const from = performance.now();
    const answer = await send();
    const ms = performance.now() - from;
    const isLater = answer.status === 503 && Number(answer.headers.get('retry-after')) > 0;
    if (!isLater && !expected.includes(answer.status))
      this.odd.push(`${what}: ${answer.status} ${answer.text}`);
    if (ms > patienceMs) this.odd.push(`${what}: ${answer.status} after ${ms.toFixed(0)} ms`);
    if (isLater) await wait(againMs);
    return answer;
  }
}

type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'answer'> : never) : never;

/** What an answer says of the response; undefined: nothing. */
function heardOf(
  kind: Asked['kind'],
  { status, body }: Answer,
): 'stored' | 'same' | 'absent' | 'unknown' | Seen | undefined {
  if (kind === 'put') return status === 201 ? 'stored' : status === 200 ? 'same' : 'unknown';
  if (status === 404) return 'absent';
  if (status === 200 || status === 201)
    return { version: body.version, decisions: body.history.map(({ id }: { id: string }) => id) };
  // a conflict says that nothing was done
  return kind === 'decide' && status !== 409 ? 'unknown' : undefined;
}
