// Files of the same make have the same headers: by them it is known how an office has read such a file before.
import type { Sha256 } from '../survey/response-digest.ts';
import { toBase64Url } from '../text/base64url.ts';
import { normaliseLine } from '../text/thai.ts';

/** The same for the same headers in the same order, whatever spaces stand around them. */
export function headerSetKey(headers: readonly string[], sha256: Sha256): string {
  return toBase64Url(sha256(JSON.stringify(headers.map(normaliseLine))));
}
