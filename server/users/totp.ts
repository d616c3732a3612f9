// Codes of an app (TOTP, RFC 6238), as every authenticator knows them: SHA-1, six digits, 30 seconds.
import { Secret, TOTP } from 'otpauth';

const issuer = 'Rabfang';
const period = 30;
/** a code of the step before or after is taken as well: clocks of phones differ, and typing takes its time */
const window = 1;
const secretBytes = 20;

/** base32, 160 bits */
export const newTotpSecret = (): string => new Secret({ size: secretBytes }).base32;

/** What the QR code says. */
export const totpUri = (secret: string, username: string): string =>
  totpOf(secret, username).toString();

/** The step of time that this code belongs to; undefined: to none of now. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
}

function totpOf(secret: string, label = ''): TOTP {
  const algorithm = { algorithm: 'SHA1', digits: 6, period } as const;
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), ...algorithm });
}
