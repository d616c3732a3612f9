// What makes the contents of two responses the same: equal digests. The hash is passed in, since shared/ has none of its own.
import { toBase64Url } from '../text/base64url.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { positionId } from './issue-ids.ts';
import type { CheckedIssue, CheckedResponse } from './response.ts';

/** SHA-256 of a text in UTF-8: 32 bytes. Node's own on the server, client/data/sha256.ts in the browser. */
export type Sha256 = (text: string) => Uint8Array;

/** The digest as a stored response keeps it: base64url, 43 characters. */
export function digestOf(response: CheckedResponse, sha256: Sha256): string {
  return toBase64Url(hashOf(response, sha256));
}

/**
 * The hash of the content after the rules. Left out: the version of the definition and the file's own channel column, since
 * neither changes what was said; and the id of an issue that is its position, so that who gives no ids is told from nobody.
 */
export function hashOf(response: CheckedResponse, sha256: Sha256): Uint8Array {
  const issues = response.issues.map(withoutOwnPosition);
  return sha256(canonicalJson({ ...response, issues, ...notSaid }));
}

/** undefined members are not written; setting them is cheaper than taking the others over one by one */
const notSaid = { surveyVersion: undefined, channelText: undefined };

function withoutOwnPosition(issue: CheckedIssue, index: number): object {
  return issue.id === positionId(index) ? { ...issue, id: undefined } : issue;
}
