// Windows-874, byte by byte: which bytes are Thai letters, which mean nothing, and the way back from characters to bytes.
// Table: the WHATWG Encoding Standard's index of windows-874; its holes decode to private-use characters without failing.

export interface ByteCount {
  /** bytes 0x80 and up */
  high: number;
  /** of these, Thai consonants, vowels and marks */
  thai: number;
  /** bytes that are undefined in Windows-874, or C1 controls */
  bad: number;
}

const kinds = new Uint8Array(256); // 0 ASCII, 1 high, 2 Thai, 3 bad
for (let byte = 0x80; byte < 0x100; byte++) kinds[byte] = kindOf(byte);

function kindOf(byte: number): number {
  const letter = (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xe0 && byte <= 0xee);
  const hole = (byte >= 0xdb && byte <= 0xde) || byte >= 0xfc;
  const control =
    byte < 0xa0 && !(byte === 0x80 || byte === 0x85 || (byte >= 0x91 && byte <= 0x97));
  return letter ? 2 : hole || control ? 3 : 1;
}

/** Adds the bytes to a count. */
export function countBytes(bytes: Uint8Array, count: ByteCount): void {
  let high = 0;
  let thai = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at++) {
    const kind = kinds[bytes[at] ?? 0] ?? 0;
    if (kind === 0) continue;
    high++;
    if (kind === 2) thai++;
    else if (kind === 3) bad++;
  }
  count.high += high;
  count.thai += thai;
  count.bad += bad;
}

/** Plausible Windows-874: nothing undefined, and at least a quarter of the high bytes are Thai letters. */
export function looksLike874({ high, thai, bad }: ByteCount): boolean {
  return bad === 0 && thai * 4 >= high;
}

const punctuation = new Map(
  [...'€…‘’“”•–—'].map((sign, index) => [
    sign.charCodeAt(0),
    [0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97][index] ?? 0,
  ]),
);
// what cp1252 has at 0x80–0x9F, where Latin-1 has controls
const latin1 = new Map(
  [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'].map((sign, index) => [
    sign.charCodeAt(0),
    0x80 + index,
  ]),
);

/** The byte a character had in Windows-874; -1 when it is none. C1 controls stand for themselves, as other programs keep them. */
export function byteIn874(code: number): number {
  if (code < 0x80) return code;
  if (code >= 0x0e01 && code <= 0x0e5b) return code - 0x0e01 + 0xa1;
  if (code === 0xa0 || (code >= 0x80 && code < 0xa0)) return code;
  return punctuation.get(code) ?? -1;
}

/** The byte a character had in Latin-1 (or Windows-1252); -1 when it is none. */
export function byteInLatin1(code: number): number {
  if (code < 0x100) return code;
  return latin1.get(code) ?? -1;
}
