// An app on a phone, as a test has it: shows the code of a secret at a moment.
import { Secret, TOTP } from 'otpauth';

export function codeAt(secret: string, at: Date | number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Number(at) });
}
