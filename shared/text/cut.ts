// Cutting stretches out of a text and leaving a marker that says what was there.
export const markers = {
  'pii-national-id': '[เลขประชาชน]',
  'pii-phone': '[เบอร์โทร]',
  'pii-email': '[อีเมล]',
  'pii-line': '[ไลน์]',
  'pii-account': '[เลขธนาคาร]',
  'pii-profile': '[ลิงก์ส่วนตัว]',
} as const;
export type CutCode = keyof typeof markers;

/** from `start` up to, not including, `end` */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Cut extends Span {
  readonly code: CutCode;
}

export interface CutCounts {
  get(code: CutCode): number | undefined;
  set(code: CutCode, count: number): unknown;
}

/** `cuts` are in order and do not overlap; each is counted under its code. */
export function cutOut(text: string, cuts: readonly Cut[], counts: CutCounts): string {
  if (cuts.length === 0) return text;
  let out = '';
  let from = 0;
  for (const { start, end, code } of cuts) {
    out += text.slice(from, start) + markers[code];
    from = end;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return out + text.slice(from);
}

const anyMarker = new RegExp(
  Object.values(markers)
    .map((marker) => `\\${marker}`)
    .join('|'),
  'g',
);

/** The text with the markers of what was cut taken out as well. */
export function withoutMarkers(text: string): string {
  return text.includes('[') ? text.replace(anyMarker, '') : text;
}

/** Thai digits and full-width characters as ASCII, lower case: the same length, so that places stay the same. */
export function narrow(text: string): string {
  const lower = text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  if (!/[๐-๙！-～]/.test(lower)) return lower;
  return lower.replace(/[๐-๙！-～]/g, (wide) => {
    const code = wide.charCodeAt(0);
    return String.fromCharCode(code - (code < 0xff00 ? 0x0e20 : 0xfee0)).toLowerCase();
  });
}
