// Which 8-bit encoding a stretch of bytes is in. Fed with what follows the first byte that is not ASCII.
import type { CsvEncoding } from './encodings.ts';
import { FileRefused } from './file-refused.ts';
import { meansMoreIn874 } from './meaning-in-874.ts';
import { misreadingOf } from './mojibake.ts';
import { strictDecoder } from './text-decoder.ts';
import { countBytes, looksLike874 } from './thai-bytes.ts';

const thaiLetter = /[\u0E01-\u0E2E\u0E30-\u0E39\u0E40-\u0E4E]/;
/** so few bytes are valid UTF-8 by chance now and then: 806 of the 7,569 pairs of Thai letters are */
const fewBytes = 16;

/** @throws FileRefused `unknown-encoding`, with the repair when it can be named. `whole`: nothing follows. */
export function detectEncoding(bytes: Uint8Array, whole: boolean): CsvEncoding {
  const text = asUtf8(bytes, whole);
  const count = { high: 0, thai: 0, bad: 0 };
  countBytes(bytes, count);
  if (text === null) {
    // a long file may begin with a few curly quotes only; the decoder counts on to the end
    const tooFewToSay = !whole && count.high < 64 && count.bad === 0;
    if (looksLike874(count) || tooFewToSay) return 'windows-874';
    throw new FileRefused({ type: 'unknown-encoding', repair: null });
  }
  refuseMisread(text);
  if (looksLike874(count) && count.thai > 0 && meansMoreIn874(bytes, text)) return 'windows-874';
  const thaiByChance =
    !thaiLetter.test(text) && count.high <= fewBytes && looksLike874(count) && count.thai > 0;
  return thaiByChance && !standsInLatinWords(text) ? 'windows-874' : 'utf-8';
}

/** @throws FileRefused naming the repair of text that was read in the wrong encoding and saved again */
export function refuseMisread(text: string): void {
  const repair = misreadingOf(text);
  if (repair) throw new FileRefused({ type: 'unknown-encoding', repair });
}

/** `café`, `naïve`: these are Latin letters, not a Thai word of two bytes */
function standsInLatinWords(text: string): boolean {
  return /[A-Za-z][\u00C0-\u024F]|[\u00C0-\u024F\u00A1\u00BF][A-Za-z]/.test(text);
}

function asUtf8(bytes: Uint8Array, whole: boolean): string | null {
  try {
    return strictDecoder('utf-8').decode(bytes, { stream: !whole });
  } catch {
    return null; // not UTF-8: the answer, not a failure
  }
}
