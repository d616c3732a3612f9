// A hash that tells rows of one file apart, many times quicker than SHA-256 in plain code. It leaves this device nowhere: the ids
// that the server gives are made there, or here by SHA-256 when they are asked about.

/** 32 bytes of a text: two rounds of four words (after cyrb53, public domain), each letter in all of them. */
export function quickHash(text: string): Uint8Array {
  const words = new Uint32Array(8);
  mix(text, words, 0, 0x9e3779b9);
  mix(text, words, 4, 0x85ebca6b);
  return new Uint8Array(words.buffer);
}

function mix(text: string, words: Uint32Array, at: number, seed: number): void {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  let c = 0xc0decafe ^ seed;
  let d = 0x7f4a7c15 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
    c = Math.imul((c << 5) ^ (c >>> 27) ^ code, 2246822507);
    d = Math.imul((d << 7) ^ (d >>> 25) ^ code, 3266489909);
  }
  words[at] = Math.imul(a ^ (b >>> 16), 2246822507) ^ Math.imul(d ^ (c >>> 13), 3266489909);
  words[at + 1] = Math.imul(b ^ (c >>> 16), 2246822507) ^ Math.imul(a ^ (d >>> 13), 3266489909);
  words[at + 2] = Math.imul(c ^ (d >>> 16), 2246822507) ^ Math.imul(b ^ (a >>> 13), 3266489909);
  words[at + 3] = Math.imul(d ^ (a >>> 16), 2246822507) ^ Math.imul(c ^ (b >>> 13), 3266489909);
}
