// What our tokens say. Whoever works sends the same one with every request: its signature is checked once, its end each time.
import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

interface Read {
  readonly storedId: string;
  readonly endsAt: number;
}

/** when there are more, all are checked anew */
const most = 10_000;

export class TokenReader {
  readonly #secret: KeyObject;
  readonly #storedId: (id: string) => string;
  readonly #read = new Map<string, Read>();

  constructor(secret: KeyObject, storedId: (id: string) => string) {
    this.#secret = secret;
    this.#storedId = storedId;
  }

  /** The id under which its session is stored; undefined when it was not signed by us, was changed, or has expired. */
  sessionOf(token: string): string | undefined {
    const read = this.#read.get(token) ?? this.#check(token);
    return read && read.endsAt > Date.now() ? read.storedId : undefined;
  }

  #check(token: string): Read | undefined {
    const claims = this.#claimsOf(token);
    if (typeof claims?.jti !== 'string') return undefined;
    const endsAt = (claims.exp ?? Number.POSITIVE_INFINITY) * 1000;
    const read = { storedId: this.#storedId(claims.jti), endsAt };
    if (this.#read.size >= most) this.#read.clear();
    this.#read.set(token, read);
    return read;
  }

  #claimsOf(token: string): jwt.JwtPayload | undefined {
    try {
      const claims = jwt.verify(token, this.#secret, { algorithms: ['HS256'] });
      return typeof claims === 'string' ? undefined : claims;
    } catch {
      // not signed by us, changed, or expired: the same as no token at all
      return undefined;
    }
  }
}
