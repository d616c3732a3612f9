// A response by its receipt. The code follows from the id, so no index of codes is kept: every id of the survey in the year that the
// code names is tried, in turns, some microseconds each.
import { buddhistYears } from '../../shared/text/calendar.ts';
import { toWesternDigits } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { receivedOn } from '../facts/received.ts';
import { problem } from '../http/problem.ts';
import { receiptOf } from '../responses/receipt.ts';

const hour = 3_600_000;
/** Thailand is seven hours ahead */
const bangkok = 7 * hour;

/** As it was read out or copied; undefined: no receipt of a response. */
export function readReceipt(text: string): string | undefined {
  const plain = toWesternDigits(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const [, year, code] = /^RF(\d\d)([0-9A-Z]{12})$/.exec(plain) ?? [];
  if (!year || !code) return undefined;
  // letters that the alphabet leaves out, since they look like digits
  const known = code.replaceAll('O', '0').replace(/[IL]/g, '1');
  return `RF-${year}-${known.slice(0, 4)}-${known.slice(4, 8)}-${known.slice(8)}`;
}

/** @throws not-found, not-ready */
export async function idOfReceipt(
  { facts }: Pick<Context, 'facts'>,
  survey: string,
  given: string,
): Promise<string> {
  if (!facts.ready) throw problem('not-ready', { detail: 'The responses are being counted.' });
  const receipt = readReceipt(given);
  if (receipt === undefined)
    throw problem('not-found', { detail: 'A receipt looks like RF-69-2K7Q-4MXB-9TRD.' });
  const turn = new Turn();
  for (let shelf = 0; shelf < facts.columns.shelves.length; shelf++)
    for (const { id, receivedAt } of receivedOn(facts.columns, shelf, survey, yearOf(receipt))) {
      if (receiptOf(id, receivedAt) === receipt) return id;
      await turn.giveWay();
    }
  throw problem('not-found', { detail: 'No response of this round has this receipt.' });
}

/** The Buddhist year that it names, in Thailand: `69` is 2569, 2026. */
function yearOf(receipt: string): { readonly from: number; readonly to: number } {
  const year = 2500 + Number(receipt.slice(3, 5)) - buddhistYears;
  return { from: Date.UTC(year, 0) - bangkok, to: Date.UTC(year + 1, 0) - bangkok };
}
