// A document as one line of text that says the same whichever engine holds it: MongoDB's Extended JSON, with numbers plain wherever
// the driver writes a plain number as what was there (an integer of 32 bits, else a double). So a backup can be read by MongoDB's own
// tools, a document comes back with its types and the order of its fields, and equal documents are equal lines.
import { mongo } from 'mongoose';
import { StorageRefusal } from '../refusal.ts';

type Fields = Record<string, unknown>;

const { EJSON } = mongo.BSON;

/** @throws StorageRefusal for what no line can say: a field name that begins with `$` */
export function lineOf(document: object): string {
  return JSON.stringify(toPlain(document));
}

export function documentOf(line: string): Fields {
  const document: unknown = JSON.parse(line);
  // what JSON alone can say is told cheaply
  return (line.includes('"$') ? fromPlain(document) : document) as Fields;
}

/** The line of the document as an engine can hold it: the embedded one knows one kind of number. */
export function lineHeldBy(engine: 'embedded' | 'mongodb', line: string): string {
  if (engine === 'mongodb' || !line.includes('{"$number')) return line;
  return lineOf(withPlainNumbers(documentOf(line)) as object);
}

function toPlain(value: unknown): unknown {
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Date) return plainDate(value);
  if ('_bsontype' in value) return plainType(value as { readonly _bsontype: string });
  if (value instanceof Uint8Array) return plainType(new mongo.Binary(value));
  return plainFields(value);
}

function plainFields(value: object): Fields {
  const plain: Fields = {};
  for (const [name, field] of Object.entries(value)) {
    if (name.startsWith('$')) refuse(`the field name ${JSON.stringify(name)}`);
    set(plain, name, toPlain(field));
  }
  return plain;
}

/** JSON knows no -0, NaN or infinity. */
function plainNumber(value: number): unknown {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : plainType(new mongo.Double(value));
}

/** As text where it can be, else as a number: years before 0 and after 9999. */
function plainDate(value: Date): unknown {
  const ms = value.getTime();
  const text = Number.isNaN(ms) ? '' : value.toISOString();
  return { $date: text.length === 24 ? text : { $numberLong: String(ms) } };
}

function plainType(value: { readonly _bsontype: string }): unknown {
  if (value instanceof mongo.Int32) return value.valueOf();
  if (value instanceof mongo.Double && isWrittenAsDouble(value.valueOf())) return value.valueOf();
  return EJSON.serialize(value as object, { relaxed: false });
}

function isWrittenAsDouble(value: number): boolean {
  const isInteger = Number.isInteger(value) && Math.abs(value) <= 0x7fffffff;
  return Number.isFinite(value) && !isInteger;
}

/** In place: the tree belongs to nobody else. */
function fromPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Fields;
  for (const name in fields) {
    if (name.startsWith('$')) return fromTagged(name, fields);
    const field = fields[name];
    if (typeof field === 'object' && field !== null) set(fields, name, fromPlain(field));
  }
  return fields;
}

/** The most frequent by themselves: EJSON parses each anew, and takes no bytes that call themselves a UUID and are none. */
function fromTagged(tag: string, fields: Fields): unknown {
  const value = fields[tag];
  if (tag === '$date' && typeof value === 'string') return new Date(value);
  if (tag !== '$binary') return EJSON.deserialize(fields, { relaxed: false });
  const { base64, subType } = value as { readonly base64: string; readonly subType: string };
  return new mongo.Binary(Buffer.from(base64, 'base64'), Number.parseInt(subType, 16));
}

function withPlainNumbers(value: unknown): unknown {
  if (value instanceof mongo.Long) {
    const number = value.toNumber();
    if (Number.isSafeInteger(number)) return number;
    return refuse(`the number ${value.toString()}, for which the embedded database has no place`);
  }
  if (value instanceof mongo.Double || value instanceof mongo.Int32) return value.valueOf();
  if (Array.isArray(value)) return value.map(withPlainNumbers);
  if (typeof value !== 'object' || value === null || isNoPlainObject(value)) return value;
  const plain: Fields = {};
  for (const [name, field] of Object.entries(value)) set(plain, name, withPlainNumbers(field));
  return plain;
}

const isNoPlainObject = (value: object): boolean => value instanceof Date || '_bsontype' in value;

function refuse(what: string): never {
  throw new StorageRefusal(`A document holds ${what}: it cannot be kept.`);
}

/** A field called `__proto__` is a field. */
function set(fields: Fields, name: string, value: unknown): void {
  if (name !== '__proto__') fields[name] = value;
  else
    Object.defineProperty(fields, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
}
