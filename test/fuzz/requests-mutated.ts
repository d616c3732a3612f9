// One to four things about a good request made wrong: types, sizes, names, operators, addresses, methods, headers, encodings.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { oddNames, oddText, oddValue, set, written } from './odd-values.ts';
import type { Random } from './random.ts';
import type { FuzzRequest } from './requests-valid.ts';

export interface WireRequest {
  readonly route: string;
  readonly method: string;
  /** as it stands in the request's first line */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

type Change = (request: FuzzRequest, random: Random) => void;

/** The request as bytes, with up to four changes; one in eight stays as it was. */
export function mutated(request: FuzzRequest, random: Random): WireRequest {
  const changed: FuzzRequest = structuredClone(request);
  const isGood = random.chance(0.125);
  for (let n = isGood ? 0 : 1 + random.whole(4); n > 0; n--) random.pick(changes)(changed, random);
  const body = bytesOf(changed, random, isGood);
  return {
    route: changed.route,
    method: changed.method,
    target: targetOf(changed, random),
    headers: headersOf(changed, body),
    body,
  };
}

const changes: readonly Change[] = [
  changeBody,
  changeBody,
  changeBody,
  changeQuery,
  changeQuery,
  changePath,
  changeHeaders,
  changeHeaders,
  (request, random) => {
    if (random.chance(0.3)) request.method = random.pick(methods);
  },
];

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'];

function changeBody(request: FuzzRequest, random: Random): void {
  const { body } = request;
  if (typeof body !== 'object' || body === null || random.chance(0.1)) {
    if (random.chance(0.3)) request.body = oddValue(random);
    return;
  }
  const [holder, name] = random.pick(placesIn(body));
  switch (random.whole(5)) {
    case 0:
      Reflect.deleteProperty(holder, name);
      break;
    case 1:
      set(holder, random.pick(oddNames), oddValue(random));
      break;
    case 2:
      // each of its own: a long text in all of them is longer than a string can be
      set(
        holder,
        name,
        Array.from({ length: 2 ** random.whole(11) }, () => ({})),
      );
      break;
    case 3:
      set(holder, name, oddText(random, random.chance(0.05) ? 900_000 : 20_000));
      break;
    default:
      set(holder, name, oddValue(random));
  }
}

/** Every member of every object and list within a value. */
function placesIn(value: object): [object, string][] {
  const here = Object.keys(value).map((name): [object, string] => [value, name]);
  const below = Object.values(value).flatMap((inner) =>
    typeof inner === 'object' && inner !== null ? placesIn(inner) : [],
  );
  return here.length > 0 ? [...here, ...below] : [[value, 'x'], ...below];
}

function changeQuery(request: FuzzRequest, random: Random): void {
  const { query } = request;
  const some = random.pick([
    'limit',
    'after',
    'province',
    'status',
    'from',
    'batch',
    'figures',
    'severity',
    'dryRun',
    'outcome',
  ]);
  const name = query.length > 0 && random.chance(0.5) ? random.pick(query)[0] : some;
  switch (random.whole(6)) {
    case 0:
      query.push([random.pick(oddNames), oddText(random, 1000)]);
      break;
    case 1:
      query.push([name, oddText(random, 200)], [name, oddText(random, 200)]);
      break;
    case 2:
      query.push([`${name}[${random.pick(oddNames)}]`, oddText(random, 200)]);
      break;
    case 3:
      for (let n = random.whole(300); n > 0; n--) query.push([name, String(n)]);
      break;
    default:
      query.push([name, oddText(random, 4000)]);
  }
}

function changePath(request: FuzzRequest, random: Random): void {
  const parts = request.path.split('/');
  const at = 1 + random.whole(parts.length - 1);
  const odd = [
    '',
    '.',
    '..',
    '%2e%2e',
    '%2f',
    '%00',
    '%ff',
    '%e0%b8',
    '%',
    '%zz',
    '%25',
    ';a',
    'a'.repeat(4000),
    ...oddNames.map(encodeURIComponent),
    '*',
    '{id}',
    ':id',
    '2569',
    '1',
    'responses.csv',
  ];
  if (random.chance(0.6)) parts[at] = random.pick(odd);
  else if (random.chance(0.5)) parts.splice(at, 0, random.pick(odd));
  else parts[at] = encodeURIComponent(wellFormed(oddText(random, 200)));
  request.path = parts.join('/');
}

const oddHeaders: Readonly<Record<string, readonly string[]>> = {
  'content-type': [
    '',
    'text/plain',
    'application/json; charset=utf-16',
    'application/json; charset=tis-620',
    'application/json;charset=',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/merge-patch+json',
    'a/b; c="',
    'x'.repeat(3000),
  ],
  'content-encoding': ['gzip', 'br', 'deflate', 'identity', 'zstd', 'gzip, gzip', 'x', ''],
  'accept-encoding': ['gzip;q=x', 'br', '*', 'identity;q=0', ','.repeat(2000), ''],
  accept: ['text/html', '*/*;q=', 'a/b', ''],
  'if-none-match': ['*', '"', 'W/"x"', ','.repeat(3000), '""'],
  authorization: [
    'Bearer',
    'Bearer x',
    'Basic YTpi',
    'Bearer ey.ey.',
    `Bearer ${'a'.repeat(5000)}`,
    'Bearer eyJhbGciOiJub25lIn0.eyJqdGkiOiJ4In0.',
    '',
  ],
  cookie: [
    'rabfang_session=',
    'rabfang_session=x',
    ';'.repeat(3000),
    'rabfang_session=%ff; rabfang_session=a',
    '=',
  ],
  origin: ['null', 'https://x.invalid', 'http://127.0.0.1', 'x', ''],
  'sec-fetch-site': ['cross-site', 'same-site', 'none', 'x'],
  'x-request-id': ['', 'x'.repeat(3000), '../../a', 'aaaaaaaa', '{"a":1}'],
  'x-http-method-override': ['DELETE', 'PUT'],
  'x-forwarded-for': ['1.2.3.4', '::1', 'x, y, z', ','.repeat(1000), ''],
  'x-forwarded-proto': ['https', 'x', 'https,http'],
  'x-forwarded-host': ['x.invalid', '[', ''],
  host: ['x.invalid', '[::1', 'a b', '127.0.0.1:99999999'],
  range: ['bytes=0-0', 'bytes=-', 'x'],
  expect: ['x'],
  'accept-language': ['th', ','.repeat(2000)],
  'x-long': ['x'.repeat(12_000)],
};

function changeHeaders(request: FuzzRequest, random: Random): void {
  const name = random.pick(Object.keys(oddHeaders));
  request.headers[name] = random.pick(oddHeaders[name] ?? ['']);
}

/** Mostly JSON; sometimes cut, with a name twice, with bytes that are no text, or packed. */
function bytesOf(
  { body, headers }: FuzzRequest,
  random: Random,
  isGood: boolean,
): Buffer | undefined {
  if (body === undefined) return undefined;
  if (Buffer.isBuffer(body) || body instanceof Uint8Array) return Buffer.from(body);
  let bytes = Buffer.from(written(body));
  if (isGood) return bytes;
  switch (random.whole(20)) {
    case 0:
      bytes = bytes.subarray(0, random.whole(bytes.length + 1));
      break;
    case 1:
      bytes = Buffer.from(bytes.toString().replace(/^\{/, '{"day":1,"day":2,'));
      break;
    case 2:
      bytes = Buffer.concat([bytes, Buffer.from([0xff, 0xfe, random.whole(256)])]);
      break;
    case 3:
      bytes = Buffer.from(`\ufeff${bytes}`, random.chance(0.5) ? 'utf16le' : 'utf8');
      break;
    case 4:
      bytes = Buffer.from(
        bytes.toString().replaceAll(/[":,]/g, (sign) => random.pick([sign, sign, '', "'", '\\'])),
      );
      break;
  }
  return packed(bytes, headers, random);
}

function packed(bytes: Buffer, headers: Record<string, string>, random: Random): Buffer {
  const encoding = headers['content-encoding'];
  if (random.chance(0.3)) return bytes; // says that it is packed, and is not
  // small on the wire, large once unpacked
  const large = random.chance(0.1) ? Buffer.concat([bytes, Buffer.alloc(4_000_000, 0x20)]) : bytes;
  if (encoding === 'gzip') return gzipSync(large);
  if (encoding === 'br') return brotliCompressSync(bytes);
  if (encoding === 'deflate') return deflateSync(large);
  return bytes;
}

function targetOf({ path, query }: FuzzRequest, random: Random): string {
  const encode = random.chance(0.9)
    ? (text: string) => encodeURIComponent(wellFormed(text))
    : (text: string) => text.replaceAll(/[&#\s]/g, '%20');
  const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const target = (search === '' ? path : `${path}?${search}`).slice(0, 15_000);
  // what cannot stand in a request's first line at all would be no request
  return target.replaceAll(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(wellFormed(sign)));
}

function headersOf({ headers }: FuzzRequest, body: Buffer | undefined): Record<string, string> {
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  return { ...headers, ...length };
}

const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
