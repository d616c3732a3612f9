// Requests as they should be, made from the API's own description: every route with parameters and a body of the right shape.
import { randomUUID } from 'node:crypto';
import type { Random } from './random.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: Schema;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

export interface FuzzRequest {
  /** of the operation that it was made from */
  readonly route: string;
  method: string;
  path: string;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  body: unknown;
}

/** ids of what is stored, for requests that should find something */
export interface Known {
  readonly responses: readonly string[];
  readonly batches: readonly string[];
}

/** The routes of `GET /api/openapi.json`. */
export function operationsOf(description: any): Operation[] {
  return Object.entries<any>(description.paths).flatMap(([path, methods]) =>
    Object.entries<any>(methods).map(([method, { parameters, requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema,
    })),
  );
}

/** good values by name, where the description says no more than "a text" */
const byName: Readonly<Record<string, readonly string[]>> = {
  survey: ['2569'],
  province: ['TH-50', 'TH-40', 'ขอนแก่น'],
  region: ['north', 'northeast'],
  district: ['เมืองเชียงใหม่', 'แม่ริม'],
  subdistrict: ['สุเทพ'],
  day: ['2026-11-20', '20/11/2569'],
  from: ['2026-01-01'],
  to: ['2026-12-31'],
  strategy: ['society', 'infrastructure', 'none'],
  respondent: ['citizen', 'agency'],
  type: ['citizen', 'agency'],
  severity: ['1', '5'],
  affected: ['120', '๑๒๐ คน'],
  title: ['สัญญาณโทรศัพท์หลุดบ่อย', 'No signal'],
  detail: ['โทร 081-234-5678 หลังเลิกงาน'],
  lat: ['18.79'],
  lng: ['98.98'],
  accuracy: ['12'],
  limit: ['1', '20', '500'],
  figures: ['summary', 'by-province,by-strategy'],
  status: ['received', 'approved'],
  channel: ['form', 'api'],
  office: ['TH-50', 'national'],
  batch: ['none'],
  reason: ['ขาดรายละเอียด'],
  // nobody who asks: who is disabled asks no more
  username: ['nobody', 'malee.x'],
  name: ['ปิติ ใจดี'],
  nameTh: ['ศูนย์'],
  nameEn: ['Centre'],
  kind: ['province'],
  email: ['piti@example.go.th'],
  old: ['a wrong one'],
  new: ['four words of my own'],
  q: ['ปิติ'],
  role: ['enumerator', 'officer'],
  verbs: ['read-figures', 'respond'],
  expiresAt: ['2027-06-01T00:00:00Z'],
  password: ['a wrong one'],
  after: ['a'],
  code: ['unknown-province'],
  id: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
  subPlan: ['none', ''],
  agency: ['สำนักงานตัวอย่าง'],
};

export function validRequest(operation: Operation, random: Random, known: Known): FuzzRequest {
  const { method, path, parameters, body } = operation;
  const ids = path.includes('/batches') ? known.batches : known.responses;
  const query: [string, string][] = [];
  for (const { name, schema } of parameters.filter((one) => one.in === 'query'))
    if (random.chance(0.3)) query.push([name, String(valueFor(schema, name, random))]);
  const isNew = method === 'PUT' && random.chance(0.5);
  const id = isNew || ids.length === 0 ? newId(random) : random.pick(ids);
  return {
    route: `${method} ${path}`,
    method,
    path: path
      .replace('{survey}', '2569')
      .replace('{id}', id)
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => random.pick(byName[name] ?? ['x'])),
    query,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && valueFor(body, '', random),
  };
}

/** A version-4 UUID of the run's own numbers, so that a seed gives the same requests. */
export function newId(random: Random): string {
  const hex = () => random.whole(16).toString(16);
  return randomUUID().replaceAll(/[0-9a-f]/g, (digit, at) =>
    at === 14 || at === 19 ? digit : hex(),
  );
}

function valueFor(schema: Schema, name: string, random: Random): unknown {
  if (schema.enum) return random.pick(schema.enum);
  const { anyOf } = schema;
  if (anyOf)
    return valueFor(random.chance(0.97) ? (anyOf[0] ?? {}) : random.pick(anyOf), name, random);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, random);
    case 'array':
      return Array.from({ length: 1 + random.whole(3) }, () =>
        valueFor(schema.items ?? {}, name, random),
      );
    case 'number':
    case 'integer':
      return 1 + random.whole(5);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return random.pick(byName[name] ?? ['x']);
  }
}

function objectOf({ properties = {}, required = [] }: Schema, random: Random): unknown {
  const names = Object.keys(properties).filter(
    (name) => required.includes(name) || random.chance(0.93),
  );
  return Object.fromEntries(
    names.map((name) => [name, valueFor(properties[name] ?? {}, name, random)]),
  );
}
