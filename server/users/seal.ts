// Seals what must be read again by the server and by nobody who reads the database or a backup of it: AES-256-GCM, with keys derived
// from the server's secret, one for each purpose.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';

type Sealing = Pick<Context, 'secret'>;
/** `of`: what it belongs to; sealed for one, it does not open for another */
export interface SealedFor {
  readonly purpose: 'second factor' | 'sign-in' | 'id token';
  readonly of: string;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export function seal({ secret }: Sealing, { purpose, of }: SealedFor, text: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyFor(secret, purpose), iv).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
}

/** undefined: it was sealed with another secret, for something else, or was changed */
export function unseal(
  { secret }: Sealing,
  { purpose, of }: SealedFor,
  sealed: string,
): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag, rest] = [
    bytes.subarray(0, ivBytes),
    bytes.subarray(ivBytes, ivBytes + tagBytes),
    bytes.subarray(ivBytes + tagBytes),
  ];
  try {
    const opening = createDecipheriv(cipher, keyFor(secret, purpose), iv, {
      authTagLength: tagBytes,
    });
    opening.setAAD(Buffer.from(of)).setAuthTag(tag);
    return opening.update(rest, undefined, 'utf8') + opening.final('utf8');
  } catch {
    return undefined; // what GCM refuses is nothing of ours
  }
}

/** Whether what is sealed now can be opened after the next start. */
export const isSecretKept = ({ secret, mongodbUri }: Config): boolean =>
  secret !== undefined || mongodbUri === undefined;

function keyFor(secret: Sealing['secret'], purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `rabfang seal ${purpose}`, 32));
}
