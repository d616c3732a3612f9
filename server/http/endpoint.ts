// The only framework we own: a handler gets parsed input and a call, and returns one of the route's replies or throws a Problem.
import type { Request, RequestHandler, Response } from 'express';
import type { BaseIssue, BaseSchema, InferInput, InferOutput } from 'valibot';
import * as v from 'valibot';
import type { Scope, User } from '../../shared/api/session.ts';
import { writeText } from './compress.ts';
import { answerWithinMs, inTime } from './deadline.ts';
import { meterOf, type RequestMeter } from './ended-request.ts';
import { readJson, smallBody } from './json-body.ts';
import { limitsOf, type Rate } from './limits.ts';
import { problem } from './problem.ts';

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
/** a query has names, and no others */
type QuerySchema = Schema & { readonly entries: Readonly<Record<string, Schema>> };
/** status → what is answered with it; null: nothing */
type Replies = Readonly<Record<number, Schema | null>>;

export interface Inputs {
  readonly params?: Schema;
  /** absent: none at all */
  readonly query?: QuerySchema;
  /** others say what stands in it: nothing is refused, and the handler reads it from the request */
  readonly ignoresQuery?: true;
  readonly body?: Schema;
  /** the largest body that is read; 16 KiB unless a route needs more */
  readonly bodyBytes?: number;
  /** how often a person may call it (limits.ts) */
  readonly rate?: Rate;
  /** it takes a file instead, of one of these types: the handler reads it */
  readonly takesFile?: readonly string[];
  /** a file of the same, as `text/csv`, is taken instead of the body (or-csv.ts) */
  readonly takesCsv?: true;
  /** takes as long as the sender's file: no answer is late */
  readonly takesItsTime?: boolean;
  /** Every answer but problems and 304. A route without any writes its answer itself (a stream). */
  readonly replies?: Replies;
  readonly summary?: string;
}
type Parsed<I extends Inputs> = {
  [K in 'params' | 'query' | 'body' as I[K] extends Schema ? K : never]: I[K] extends Schema
    ? InferOutput<I[K]>
    : never;
};

/** What a handler may return: a plain value is a 200; everything else is a Reply with a status that the route declares. */
type Answer<I extends Inputs> = I['replies'] extends Replies
  ? AnswerOf<I['replies']> | Reply<304, undefined> | Written
  : Written;
type AnswerOf<R extends Replies> = {
  [S in keyof R]: R[S] extends Schema
    ? (S extends 200 ? Readonly<Sent<R[S]>> : never) | Reply<S, Sent<R[S]>>
    : Reply<S, undefined>;
}[keyof R];
type Sent<S extends Schema> = ReadonlyDeep<InferInput<S>>;
type ReadonlyDeep<T> = T extends readonly (infer E)[]
  ? readonly ReadonlyDeep<E>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T;

/** Who calls, and what the call may use. `Context`: what createApp was given. */
export interface CallWith<Context> {
  readonly context: Context;
  /** @throws signed-out on a public route without a session */
  readonly user: User;
  /** where this user may look and act */
  readonly scope: Scope;
  /** how long the JSON was that was sent */
  readonly sentBytes: number;
  /** only for streams in and out; handlers read nothing else from it */
  readonly req: Request;
  readonly res: Response;
}

/** An answer that is more than "200 with this JSON". */
export class Reply<const Status, Body> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: Status, body: Body, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const created = <Body>(body: Body): Reply<201, Body> => new Reply(201, body);
/** begun; it goes on after the answer */
export const accepted = <Body>(body: Body): Reply<202, Body> => new Reply(202, body);
export const nothing = (): Reply<204, undefined> => new Reply(204, undefined);
export const notModified = (headers: Readonly<Record<string, string>>): Reply<304, undefined> =>
  new Reply(304, undefined, headers);
/** the handler has written (or is writing) the answer itself */
export const written = new Reply('written', undefined);
type Written = typeof written;

/** `inputs` of a handler, for the API's description and for the tests that hold replies to them */
export const inputsOf = new WeakMap<RequestHandler, Inputs>();

export function endpoint<const I extends Inputs, Context>(
  inputs: I,
  handle: (input: Parsed<I>, call: CallWith<Context>) => Answer<I> | Promise<Answer<I>>,
): RequestHandler {
  const handler: RequestHandler = async (req, res) => {
    if (res.locals.permitted !== true)
      throw new Error(`${req.method} ${req.path} has no permission`);
    if (!inputs.ignoresQuery) refuseUnknownNames(req.query, inputs.query?.entries ?? {});
    const call = new Calling<Context>(req, res);
    if (inputs.rate) limitsOf(req).count(inputs.rate, call.user.username);
    const input: Record<string, unknown> = {};
    if (inputs.params) input.params = parse(inputs.params, req.params, 'params');
    if (inputs.query) input.query = parse(inputs.query, req.query, 'query');
    if (inputs.body) input.body = parse(inputs.body, await bodyOf(inputs, call), 'body');
    // built from the same three keys that the type names
    const answer = counted(meterOf(req), async () => handle(input as Parsed<I>, call));
    const { takesItsTime = false } = inputs;
    send(
      res,
      await (takesItsTime ? answer : inTime(answer, answerWithinMs, () => res.headersSent)),
    );
  };
  inputsOf.set(handler, inputs);
  return handler;
}

async function counted<T>(meter: RequestMeter, work: () => Promise<T>): Promise<T> {
  meter.atWork++;
  try {
    return await work();
  } finally {
    meter.atWork--;
  }
}

/** By the names of its own alone: `constructor` and `__proto__` stand in every object. @throws unreadable */
function refuseUnknownNames(query: object, known: object): void {
  const name = Object.keys(query).find((one) => !Object.hasOwn(known, one));
  if (name === undefined) return;
  const names = Object.keys(known);
  const are = names.length > 0 ? `there are: ${names.join(', ')}` : 'there are none';
  throw problem('unreadable', {
    detail: `There is no \`${name.slice(0, 100)}\` in the query of this address; ${are}.`,
    errors: [{ pointer: `/query/${escapePointer(name)}` }],
  });
}

async function bodyOf({ bodyBytes = smallBody }: Inputs, call: Calling<unknown>) {
  const { value, bytes } = await readJson(call.req, call.res, bodyBytes);
  if (Array.isArray(value)) throw problem('unreadable', { detail: 'The body must be an object.' });
  call.sentBytes = bytes;
  return value;
}

class Calling<Context> implements CallWith<Context> {
  readonly context: Context;
  readonly req: Request;
  readonly res: Response;
  sentBytes = 0;

  constructor(req: Request, res: Response) {
    this.context = req.app.locals.context as Context; // set by createApp
    this.req = req;
    this.res = res;
  }

  get user(): User {
    const user = this.res.locals.user as User | undefined; // set by the session middleware
    if (!user) throw problem('signed-out');
    return user;
  }

  get scope(): Scope {
    return this.user.scope;
  }
}

function send(res: Response, value: unknown): void {
  if (value === written) return;
  const reply = value instanceof Reply ? value : new Reply(200, value);
  res.statusCode = reply.status;
  for (const name in reply.headers) res.setHeader(name, reply.headers[name] ?? '');
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store');
  if (reply.body === undefined) res.end();
  else writeText(res, 'application/json; charset=utf-8', JSON.stringify(reply.body));
}

function parse(schema: Schema, value: unknown, part: string): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw problem('unreadable', {
    detail: `The ${part} of the request ${part === 'query' || part === 'params' ? 'have' : 'has'} something that cannot be read.`,
    errors: result.issues.slice(0, 50).map((issue) => ({
      pointer: `/${part}/${(issue.path ?? []).map((p) => escapePointer(String(p.key))).join('/')}`,
      expected: issue.expected ?? issue.type,
    })),
  });
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100);
}
