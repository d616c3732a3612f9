// Invented ids, phones, e-mail addresses and accounts in the ways people write them. Ids are random
// digits that satisfy the check digit.
import fc from 'fast-check';

export interface PersonalDatum {
  /** as written */
  readonly text: string;
  /** what may not be left: its Western digits, or the address */
  readonly secret: string;
  readonly code: 'pii-national-id' | 'pii-phone' | 'pii-email';
}

const thaiDigits = '๐๑๒๓๔๕๖๗๘๙';
const inThai = (text: string) => text.replace(/\d/g, (digit) => thaiDigits[Number(digit)] ?? digit);
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** all the digits of a text, as Western ones, without what stands between */
export const digitsIn = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(thaiDigits.indexOf(digit))).replace(/\D/g, '');

function withCheck(first: string): string {
  const sum = [...first].reduce((total, digit, index) => total + (13 - index) * Number(digit), 0);
  return first + ((11 - (sum % 11)) % 10);
}

function grouped(number: string, sizes: readonly number[], between: string): string {
  let from = 0;
  return sizes
    .map((size) => {
      from += size;
      return number.slice(from - size, from);
    })
    .join(between);
}

const written = (number: string, sizes: readonly number[]) =>
  fc
    .tuple(fc.constantFrom('', '-', ' ', ' - ', '–', '.', '/', '_', '*', '~', '·'), fc.boolean())
    .map(([between, thai]) => (thai ? inThai : String)(grouped(number, sizes, between)));

const nationalId = fc
  .tuple(fc.integer({ min: 1, max: 8 }), digits(11))
  .map(([first, rest]) => withCheck(first + rest))
  .chain((secret) =>
    written(secret, [1, 4, 5, 2, 1]).map(
      (text): PersonalDatum => ({ text, secret, code: 'pii-national-id' }),
    ),
  );

const mobile = fc
  .tuple(fc.constantFrom('06', '08', '09'), digits(8))
  .map(([start, rest]) => start + rest)
  .chain((secret) =>
    written(secret, [3, 3, 4]).map((text): PersonalDatum => ({ text, secret, code: 'pii-phone' })),
  );

const abroad = fc.tuple(fc.constantFrom('6', '8', '9'), digits(8)).chain(([start, rest]) =>
  fc.constantFrom('+66', '+66 ', '+66-').map(
    (prefix): PersonalDatum => ({
      text: prefix + start + rest,
      secret: start + rest,
      code: 'pii-phone',
    }),
  ),
);

const email = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9]{2,8}[._]?[a-z0-9]{1,5}$/),
    fc.constantFrom('example.com', 'mail.example.co.th', 'example.go.th'),
  )
  .map(([name, domain]): PersonalDatum => {
    const address = `${name}@${domain}`;
    return { text: address, secret: address, code: 'pii-email' };
  });

export const anyPersonalData = fc.oneof(nationalId, mobile, abroad, email);
