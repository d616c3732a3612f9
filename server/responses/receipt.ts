// The receipt that a sender can read out over the telephone.

import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { buddhistYears } from '../../shared/text/calendar.ts';
import { sha256 } from './sha256.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base 32: no I, L, O, U

/** `RF-69-2K7Q-4MXB-9TRD`: Buddhist year of the day of receipt in Thailand, then 60 bits of the id's hash. `id` is random, so it cannot be guessed. */
export function receiptOf(id: string, receivedAt: Date, letters = 'RF'): string {
  const bytes = sha256(id);
  let text = '';
  for (let i = 0; i < 12; i++) text += alphabet[(bytes[i] ?? 0) & 31];
  return `${letters}-${yearOf(receivedAt)}-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

let lastYear = { at: Number.NaN, text: '' };

/** Two digits. What comes in one file is received at one moment: it is asked for once. */
function yearOf(receivedAt: Date): string {
  const at = receivedAt.getTime();
  if (lastYear.at !== at) {
    const year = (Number(bangkokDay(receivedAt).slice(0, 4)) + buddhistYears) % 100;
    lastYear = { at, text: String(year).padStart(2, '0') };
  }
  return lastYear.text;
}
