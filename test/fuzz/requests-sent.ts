// Sends a request as it is, and holds every answer to what must always hold: no failure of ours, no words from inside, in time.
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { problemTypes } from '../../shared/api/problems.ts';
import { checkReply } from '../support/check-reply.ts';
import type { WireRequest } from './requests-mutated.ts';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const patienceMs = 15_000;

export class NoAnswer extends Error {}

/** An answer that never ends by itself (an event stream) is left once it has begun. @throws when none comes */
export function sendRequest(
  url: string,
  wire: WireRequest,
  token: string | undefined,
): Promise<Answered> {
  const started = performance.now();
  const { hostname, port } = new URL(url);
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...wire.headers };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        hostname,
        port,
        agent,
        method: wire.method,
        path: wire.target,
        headers,
        timeout: patienceMs,
      },
      (reply) => {
        const parts: Buffer[] = [];
        const done = () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: unpacked(Buffer.concat(parts), reply.headers['content-encoding']),
            ms: performance.now() - started,
          });
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.once('end', done);
        reply.once('error', reject);
        if (reply.headers['content-type']?.startsWith('text/event-stream')) {
          done();
          sent.destroy();
        }
      },
    );
    sent.once('timeout', () => sent.destroy(new NoAnswer()));
    sent.once('error', reject);
    sent.end(wire.body);
  });
}

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0) return '';
  switch (encoding) {
    case 'gzip':
      return gunzipSync(bytes).toString();
    case 'br':
      return brotliDecompressSync(bytes).toString();
    case 'deflate':
      return inflateSync(bytes).toString();
    default:
      return bytes.toString();
  }
}

/** what only our own files, stacks and parts would say */
const inside =
  /\n\s+at |node_modules|node:internal|\/(?:work|root|home|tmp|usr)\/|\.(?:ts|js|mjs):\d|Sqlite|SQLITE|Mongo|mongoose|ECONN|ENOENT|TypeError|RangeError|argon2|\bat Object\./;
const types = new Set(Object.keys(problemTypes).map((name) => `/problems/${name}`));

/** What is wrong with an answer; undefined when nothing is. */
export function faultOf(
  wire: WireRequest,
  { status, headers, text }: Answered,
): string | undefined {
  if (status >= 500 && status !== 503) return `answers ${status}`;
  if (status === 503 && headers['retry-after'] === undefined) return '503 without Retry-After';
  // refused by the HTTP parser, before any of our code
  const unparsed = headers['x-request-id'] === undefined && [400, 413, 417, 431].includes(status);
  if (unparsed) return text === '' ? undefined : `says before it is read: ${text.slice(0, 100)}`;
  if (headers['x-powered-by'] !== undefined) return 'says what it runs on';
  if (status >= 400) return faultOfProblem(wire, status, headers, text);
  return wire.method === 'HEAD' ? undefined : faultOfReply(wire, status, headers, text);
}

function faultOfProblem(
  { method }: WireRequest,
  status: number,
  headers: Answered['headers'],
  text: string,
): string | undefined {
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
    return `${status} is ${headers['content-type']}`;
  if (method === 'HEAD') return undefined;
  const body = JSON.parse(text);
  if (!types.has(body.type) || body.status !== status || typeof body.title !== 'string')
    return `no problem details: ${text.slice(0, 300)}`;
  if (typeof body.instance !== 'string' || body.instance === '')
    return 'a problem without its request';
  const said = `${body.title} ${body.detail ?? ''}`;
  return inside.test(said) ? `speaks of its inside: ${said.slice(0, 300)}` : undefined;
}

function faultOfReply(
  { method, target }: WireRequest,
  status: number,
  headers: Answered['headers'],
  text: string,
): string | undefined {
  if (!headers['content-type']?.startsWith('application/json')) return undefined;
  try {
    checkReply({ method, path: target }, status, JSON.parse(text));
    return undefined;
  } catch (error) {
    return `is no answer of this route: ${String(error).slice(0, 500)}`;
  }
}
