// One client that keeps its connections, as browsers and phones do: what it asked, how long the answers took, what went wrong.
import { Agent, type IncomingMessage, request } from 'node:http';

export interface Asked {
  readonly status: number;
  readonly text: string;
  readonly etag: string | undefined;
}

export interface Asking {
  readonly token?: string | undefined;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** since when its sender waits; default: now */
  readonly since?: number;
}

export class Client {
  readonly #url: URL;
  readonly #agent: Agent;
  /** milliseconds by what was asked, since they were last taken */
  #took = new Map<string, number[]>();
  /** answers that nobody should get, by what they were */
  readonly odd = new Map<string, number>();

  constructor(url: string, connections = 256) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @param expected statuses that are right */
  async ask(
    kind: string,
    expected: readonly number[],
    method: string,
    path: string,
    { token, body, headers = {}, since = performance.now() }: Asking = {},
  ): Promise<Asked> {
    const answer = await this.open(
      method,
      path,
      {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        }),
        ...headers,
      },
      body,
    ).then(read, (error: Error) => ({ status: 0, text: error.message, etag: undefined }));
    this.#note(kind, performance.now() - since);
    if (!expected.includes(answer.status))
      this.#count(`${kind}: ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  }

  /** The answer as it begins. */
  open(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | AsyncIterable<string> = '',
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#url;
      const asking = request({ hostname, port, method, path, headers, agent: this.#agent });
      asking.once('response', resolve).once('error', (error: NodeJS.ErrnoException) => {
        // the server let go of a connection that nobody used, as browsers meet it too
        const isStale = asking.reusedSocket && error.code === 'ECONNRESET';
        if (isStale && typeof body === 'string')
          this.open(method, path, headers, body).then(resolve, reject);
        else reject(error);
      });
      if (typeof body === 'string') asking.end(body);
      else void pour(body, asking).catch(reject);
    });
  }

  takeTimes(): ReadonlyMap<string, readonly number[]> {
    const taken = this.#took;
    this.#took = new Map();
    return taken;
  }

  close(): void {
    this.#agent.destroy();
  }

  #note(kind: string, ms: number): void {
    const times = this.#took.get(kind) ?? [];
    times.push(ms);
    this.#took.set(kind, times);
  }

  #count(what: string): void {
    this.odd.set(what, (this.odd.get(what) ?? 0) + 1);
  }
}

async function read(answer: IncomingMessage): Promise<Asked> {
  let text = '';
  answer.setEncoding('utf8');
  for await (const part of answer) text += part;
  return { status: answer.statusCode ?? 0, text, etag: answer.headers.etag };
}

async function pour(parts: AsyncIterable<string>, into: NodeJS.WritableStream): Promise<void> {
  for await (const part of parts)
    if (!into.write(part)) await new Promise((resolve) => into.once('drain', resolve));
  into.end();
}
