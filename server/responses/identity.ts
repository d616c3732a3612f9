// What makes two responses the same: the digest of their content; and the receipt a sender can read out.
import { hash } from 'node:crypto';
import type { CheckedResponse } from '../../shared/survey/response.ts';

/**
 * SHA-256 (base64url, 43 characters) of the content after the rules. Left out: the version of the definition and the file's
 * own channel column, since neither changes what was said.
 */
export function digestOf(response: CheckedResponse): string {
  const { surveyVersion: _version, channelText: _channel, ...content } = response;
  return hash('sha256', canonicalJson(content), 'base64url');
}

/** JSON with sorted keys: equal values give equal text. Undefined members are left out, as JSON has it. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base 32: no I, L, O, U

/** `RF-69-2K7Q-4MXB-9TRD`: Buddhist year of receipt, then 60 bits of the id's hash. `id` is random, so it cannot be guessed. */
export function receiptOf(id: string, receivedAt: Date, letters = 'RF'): string {
  const bytes = hash('sha256', id, 'buffer');
  let text = '';
  for (let i = 0; i < 12; i++) text += alphabet[(bytes[i] ?? 0) & 31];
  const year = (receivedAt.getUTCFullYear() + 543) % 100;
  return `${letters}-${String(year).padStart(2, '0')}-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
