// What makes two responses the same: the digest of their content; and the receipt a sender can read out.
import { createHash } from 'node:crypto';
import type { CheckedResponse } from '../../shared/survey/response.ts';

/**
 * SHA-256 (base64url, 43 characters) of the content after the rules. Left out: the version of the definition and the file's
 * own channel column, since neither changes what was said.
 */
export function digestOf(response: CheckedResponse): string {
  const { surveyVersion: _version, channelText: _channel, ...content } = response;
  return createHash('sha256').update(canonicalJson(content)).digest('base64url');
}

/** JSON with sorted keys: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base 32: no I, L, O, U

/** `RF-69-2K7Q-4MXB-9TRD`: Buddhist year of receipt, then 60 bits of the id's hash. `id` is random, so it cannot be guessed. */
export function receiptOf(id: string, receivedAt: Date, letters = 'RF'): string {
  const hash = createHash('sha256').update(id).digest();
  let text = '';
  for (let i = 0; i < 12; i++) text += alphabet[(hash[i] ?? 0) & 31];
  const year = (receivedAt.getUTCFullYear() + 543) % 100;
  return `${letters}-${String(year).padStart(2, '0')}-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
