// What makes two rows of files the same row, whenever, by whom, and in however many files they come:
//
//   its id is a UUID (`uuid:` before it or not)   the UUID, within the survey. A response that is stored under it is the row; of a
//                                                 response with several issues each is a line, from the second on as `<id>#2`
//   it has another id                             the id, within the survey and the row's province; in one file an id stands
//                                                 once, whatever the province
//   it has none                                   its content, within the survey
//
// Not the sender, not the file. A digest of the identity is the id of the response that the row becomes.
import type { SurveyDefinition } from '../survey/definition.ts';
import type { CheckedResponse } from '../survey/response.ts';
import { hashOfRow, type Sha256 } from '../survey/response-digest.ts';
import { toBase64Url } from '../text/base64url.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { normaliseLine } from '../text/thai.ts';
import { isSpreadsheetError, withoutWrappers } from '../text/wrappers.ts';

/** Where an identity holds, and the hash it is made with. */
export interface Identifying {
  readonly definition: Pick<SurveyDefinition, 'id'>;
  readonly sha256: Sha256;
}

export interface Identity {
  /** the row has an id of its own; else its content is its identity */
  readonly hasId: boolean;
  /** 16 bytes: by them a row is found again in its file */
  readonly key: Uint8Array;
  /** the hash of its content: tells it from other content under the same key */
  readonly content: Uint8Array;
  /** the same as text */
  readonly digest: string;
  /** the id of the response that the row becomes: a UUID of version 8 */
  readonly responseId: string;
}

/** `idCell`: what the file's id column says; empty without one. */
export function identify(
  { idCell, response }: { readonly idCell: string; readonly response: CheckedResponse },
  { definition, sha256 }: Identifying,
): Identity {
  const content = hashOfRow(response, sha256);
  const digest = toBase64Url(content);
  const { id: survey } = definition;
  const made = (hasId: boolean, key: Uint8Array, stored = key) =>
    ({ hasId, key, content, digest, responseId: toUuid(stored) }) as const;
  const bytesOf = (parts: readonly string[]) => toUuidBytes(sha256(canonicalJson(parts)));
  const id = rowIdOf(idCell);
  if (id === null) return made(false, bytesOf([survey, 'content', digest]));
  const everywhere = uuidOf(id);
  if (everywhere !== null) return made(true, bytesOf([survey, 'uuid', everywhere]));
  const stored = bytesOf([survey, 'id', response.place.province, id]);
  return made(true, bytesOf([survey, 'id', id]), stored);
}

/** Trimmed, its case kept. null: the file has none, its cell says none, or it is somebody's personal number */
function rowIdOf(idCell: string): string | null {
  const id = normaliseLine(withoutWrappers(idCell));
  if (isNoAnswer(id) || isSpreadsheetError(id)) return null;
  if (uuidOf(id) !== null) return id;
  const cutOut = removePersonalData(id).found.some(
    ({ code }) => code.startsWith('pii-') && code !== 'pii-possible-name',
  );
  return cutOut ? null : id;
}

const uuid =
  /^(?:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(#(?:[2-9]|\d\d))?$/i;

/** In lower case, without `uuid:`; null when the text is none. Its digits are nobody's number, whatever they look like. */
export function uuidOf(text: string): string | null {
  if (text.length < 36) return null;
  const [, id, issue = ''] = uuid.exec(text) ?? [];
  return id === undefined ? null : id.toLowerCase() + issue;
}

/** The response that a row says it is, by an id that holds everywhere; null when it says none. */
export function namedResponse(idCell: string): string | null {
  return uuidOf(normaliseLine(idCell))?.slice(0, 36) ?? null;
}

/** The first 128 bits of a hash, marked as a UUID of version 8 (RFC 9562, 5.8). */
function toUuidBytes(hash: Uint8Array): Uint8Array {
  const bytes = hash.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** bytes before which a hyphen stands */
const groups: ReadonlySet<number> = new Set([4, 6, 8, 10]);

function toUuid(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < 16; at++) {
    if (groups.has(at)) text += '-';
    text += hexOfByte[bytes[at] ?? 0];
  }
  return text;
}
