// What makes two CSV rows the same row: the mapped id when the file has one, else what would be stored, within survey and office.
import type { SurveyDefinition } from '../survey/definition.ts';
import type { CheckedResponse } from '../survey/response.ts';
import { hashOf, type Sha256 } from '../survey/response-digest.ts';
import { toBase64Url } from '../text/base64url.ts';

/** Where an identity holds, and the hash it is made with. */
export interface Identifying {
  readonly definition: Pick<SurveyDefinition, 'id'>;
  readonly office: string;
  readonly sha256: Sha256;
}

export interface Identity {
  /** 16 bytes: by them a row is found again in its file */
  readonly key: Uint8Array;
  /** the hash of its content: tells it from other content under the same key */
  readonly content: Uint8Array;
  /** the same as text */
  readonly digest: string;
  /** the id of the response that the row becomes: a UUID of version 8 */
  readonly responseId: string;
}

/** `rowId`: the file's own id of the row, tidied, its case kept; null when it has none. */
export function identify(
  { rowId, response }: { readonly rowId: string | null; readonly response: CheckedResponse },
  { definition, office, sha256 }: Identifying,
): Identity {
  const content = hashOf(response, sha256);
  const digest = toBase64Url(content);
  const known = rowId === null ? ['content', digest] : ['id', rowId];
  const key = toUuidBytes(sha256(JSON.stringify([definition.id, office, ...known])));
  return { key, content, digest, responseId: toUuid(key) };
}

/** The first 128 bits of a hash, marked as a UUID of version 8 (RFC 9562, 5.8). */
function toUuidBytes(hash: Uint8Array): Uint8Array {
  const bytes = hash.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

function toUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
