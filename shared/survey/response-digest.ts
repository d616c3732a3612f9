// What makes the contents of two responses the same: equal digests. The hash is passed in, since shared/ has none of its own.
import { toBase64Url } from '../text/base64url.ts';
import { canonicalJson, type Instead } from '../text/canonical-json.ts';
import { positionId } from './issue-ids.ts';
import type { CheckedResponse } from './response.ts';

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
  return hashWith(response, sha256, [withoutId, asItIs]);
}

/** The same of a row of a file: a sub-plan is read one way today and another once its list was entered, so it is no part of it. */
export function hashOfRow(response: CheckedResponse, sha256: Sha256): Uint8Array {
  return hashWith(response, sha256, [withoutIdAndPlan, withoutPlan]);
}

/** An issue whose id is its position, and any other: what of them is written otherwise. */
type OfIssues = readonly [own: Instead, given: Instead];

const asItIs: Instead = new Map();
const withoutId: Instead = new Map([['id', '']]);
const withoutPlan: Instead = new Map([
  ['subPlan', 'null'],
  ['subPlanText', 'null'],
]);
const withoutIdAndPlan: Instead = new Map([...withoutId, ...withoutPlan]);

function hashWith(response: CheckedResponse, sha256: Sha256, [own, given]: OfIssues): Uint8Array {
  const issues = response.issues.map((issue, index) =>
    canonicalJson(issue, issue.id === positionId(index) ? own : given),
  );
  return sha256(
    canonicalJson(
      response,
      new Map([
        ['issues', `[${issues.join(',')}]`],
        ['surveyVersion', ''],
        ['channelText', ''],
      ]),
    ),
  );
}
