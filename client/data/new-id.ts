/** A UUID version 4 (RFC 9562). `randomUUID` exists on secure origins only; an office's plain http address is none. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return uuidFrom(crypto.getRandomValues(new Uint8Array(16)));
}

export function uuidFrom(random: Uint8Array): string {
  const hex = [...random].map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  const text = hex.join('');
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}

/** without vowels, no word comes about; without digits, no number of anybody */
const consonants = 'bcdfghjkmnpqrstvwxz';

/** The id of an issue within its response: never made again for another one there, also after this one was removed. */
export function newIssueId(): string {
  const random = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(random, (byte) => consonants[byte % consonants.length]).join('');
}
