// UTF-16 without a mark at its start, recognised only when it is certain.
import { strictDecoder } from './text-decoder.ts';

const unlikely = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\p{Cn}\p{Co}]/u;

/** Certain: every zero byte stands in the same place of its pair, and the text so read has line ends and separators. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if ((even === 0) === (odd === 0)) return null;
  const label = odd > 0 ? 'utf-16le' : 'utf-16be';
  return isTable(head.subarray(0, head.length - (head.length % 2)), label) ? label : null;
}

function isTable(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): boolean {
  try {
    const text = strictDecoder(label).decode(bytes, { stream: true });
    return !unlikely.test(text) && /[\r\n]/.test(text) && /[,;\t|]/.test(text);
  } catch {
    return false; // half a pair in the middle
  }
}
