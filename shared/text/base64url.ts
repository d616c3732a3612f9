const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
/** two letters for each 12 bits: every row of a file has a digest */
const pairs = alphabet.flatMap((first) => alphabet.map((second) => first + second));

/** Bytes as text that is safe in a URL (RFC 4648, 5), without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += `${pairs[three >> 12]}${pairs[three & 0xfff]}`;
  }
  return text.slice(0, Math.ceil((bytes.length * 4) / 3));
}
