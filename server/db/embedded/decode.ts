// JSON text back into documents: the mirror of encode.ts. Works in place, since the parsed tree belongs to nobody else.
import { mongo } from 'mongoose';
import { dateOffset, type Encoded, type EncodedObject, longBinary, mark, tags } from './encode.ts';

export type Decoded = Readonly<Record<string, unknown>>;

export function parseText(text: string): EncodedObject {
  return JSON.parse(text) as EncodedObject;
}

/** `text` tells cheaply whether any string needs to be unescaped. */
export function decodeText(text: string): Decoded {
  return decodeDocument(parseText(text), text.includes('\\u0001'));
}

export function decodeDocument(document: EncodedObject, escaped = true): Decoded {
  return decode(document, escaped) as Decoded;
}

/** @param escaped false promises that no string holds an escaped NUL or U+0001 */
export function decode(value: Encoded, escaped: boolean): unknown {
  if (typeof value === 'string') return decodeString(value, escaped);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  for (const key in fields) {
    const field = fields[key];
    if (typeof field === 'string') {
      if (escaped || field.charCodeAt(0) === lead) fields[key] = decodeString(field, escaped);
    } else if (typeof field === 'object' && field !== null) {
      decode(field as Encoded, escaped);
    }
  }
  return value;
}

const lead = mark.charCodeAt(0);

function decodeString(value: string, escaped: boolean): unknown {
  if (value.startsWith(mark)) return decodeTagged(value.charAt(2), value.slice(3), escaped);
  return escaped ? restored(value) : value;
}

function decodeTagged(tag: string, body: string, escaped: boolean): unknown {
  switch (tag) {
    case tags.date:
      return new Date(Number(body.slice(1)) - (body.startsWith('0') ? dateOffset : 0));
    case tags.boolean:
      return body === '1';
    case tags.objectId:
      return mongo.ObjectId.createFromHexString(body);
    case tags.binary:
      return decodeBinary(body);
    default:
      return escaped ? restored(body) : body;
  }
}

function decodeBinary(body: string): mongo.Binary {
  const length = Number.parseInt(body.slice(0, 8), 16);
  const subtype = Number.parseInt(body.slice(8, 10), 16);
  return new mongo.Binary(
    Buffer.from(body.slice(10), length > longBinary ? 'base64' : 'hex'),
    subtype,
  );
}

function restored(value: string): string {
  return value.includes('\x01')
    ? value.replace(/\x01[\x01\x02]/g, (pair) => (pair === '\x01\x01' ? '\0' : '\x01'))
    : value;
}
