// Payment cards (13 to 19 digits with a check digit) and bank accounts in the banks' own form, whatever words stand around.
import type { Cut } from './cut.ts';

const card = /(?<!\d)[2-6](?:[ \-‐‑–—.]?\d){12,18}(?!\d)/g;
const account = /(?<![\d-])\d{3}[-‐‑–]\d[-‐‑–]\d{5}[-‐‑–]\d(?![\d-])/g;

/** `text` as `narrow` leaves it. */
export function findCards(text: string): Cut[] {
  const cards = [...text.matchAll(card)].filter(([written]) => isCard(written.replace(/\D/g, '')));
  return [...cards, ...text.matchAll(account)]
    .map((found) => {
      const { index } = found;
      return { start: index, end: index + found[0].length, code: 'pii-account' as const };
    })
    .sort((a, b) => a.start - b.start)
    .filter((cut, at, all) => at === 0 || cut.start >= (all[at - 1]?.end ?? 0));
}

/** Luhn's check (ISO/IEC 7812-1, annex B). Of 13 digits only the oldest cards are, and they begin with 4. */
function isCard(digits: string): boolean {
  if (digits.length === 13 && !digits.startsWith('4')) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const twice = i % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}
