// The time of day beside a date, as forms, survey tools and people write it: it is taken off, and says at most on which side of
// midnight in Bangkok the date lies.

/** Parts of the day, as the Unicode CLDR and people name them. */
const dayPart =
  '(?:ในตอน|ตอน)?(?:ก่อนเที่ยง|หลังเที่ยง|เที่ยง(?:คืน|วัน|ตรง)?|เช้ามืด|เช้า|สาย|บ่าย|เย็น|ค่ำ|กลางคืน|am|pm|a\\.m\\.?|p\\.m\\.?)';
const shift = '[+\\-−] ?\\d{1,2}(?::?\\d{2})?';
const zone = `(?:z|(?:utc|gmt|ict)(?: ?${shift})?)`;

/** What may stand at the end of a date with a time, taken off one by one. */
const tails: readonly RegExp[] = [
  / ?(?:\((?:[^()\d]*|(?:utc|gmt)[^()]*)\)|\[[^[\]\d]*\])$/, // (เวลาอินโดจีน), [Asia/Bangkok]
  new RegExp(` ?(?<![a-z])(?<zone>${zone})$`),
  new RegExp(`[ ,]*(?<half>${dayPart})$`),
  new RegExp(
    `(?:[ ,]|(?<=\\d)t|(?<=เวลา|เที่ยง|[ap]\\.?m\\.?)) ?(?<hour>\\d{1,2})[:.](?<minute>[0-5]\\d)(?:[:.][0-5]\\d(?:[.,]\\d{1,9})?)?(?: ?(?<shift>${shift}))?$`,
  ),
  / (?<hour>\d{1,2}) ?นาฬิกา(?: ?(?<minute>\d{1,2}) ?นาที)?(?: ?\d{1,2} ?วินาที)?$/,
  / ?(?<=[\d ])(?:น\.?|นาฬิกา)$/,
  / (?:ตี|บ่าย)? ?(?<hour>\d{1,2}) ?(?:โมง(?:เช้า|เย็น|ตรง|ครึ่ง)*|ทุ่ม(?:ครึ่ง|ตรง)?)$/,
  / (?:ตี|บ่าย) ?(?<hour>\d{1,2})$/,
  /[ ,]*เวลา$|[ ,]+$/,
];

/** characters of a date with a time in words */
const longest = 100;

export interface WithoutClock {
  readonly text: string;
  /** minutes from that day's midnight in Bangkok to the instant; 0 unless a zone is given */
  readonly minutes: number;
}

/** `tidy`: on one line, in lower case, with western digits. */
export function withoutClock(tidy: string): WithoutClock {
  if (tidy.length > longest) return { text: tidy, minutes: 0 };
  let text = tidy;
  const seen: Record<string, string | undefined> = {};
  for (let found = tailOf(text); found; found = tailOf(text)) {
    const before = text.slice(0, found.index);
    if (!isDate.test(before)) break; // 17.06.25 is the day and not the time
    for (const [name, value] of Object.entries(found.groups ?? {}))
      if (value !== undefined) seen[name] ??= value;
    text = before;
  }
  return { text, minutes: minutesOf(seen) };
}

/** what is left has a day and a year */
const isDate = /\d\D.*\d/;

function tailOf(text: string): RegExpExecArray | null {
  for (const tail of tails) {
    const found = tail.exec(text);
    if (found && found[0] !== '') return found;
  }
  return null;
}

/** Without a zone it is the clock in Thailand, whatever it shows. */
function minutesOf({
  hour,
  minute = '0',
  half = '',
  zone: named = '',
  shift: after = '',
}: Readonly<Record<string, string | undefined>>): number {
  if (hour === undefined || (named === '' && after === '') || named === 'ict') return 0;
  const [, sign = '+', hours = '0', rest = '0'] =
    /([+\-−]) ?(\d{1,2}):?(\d{2})?/.exec(named + after) ?? [];
  const offset = (Number(hours) * 60 + Number(rest)) * (sign === '+' ? 1 : -1);
  const isLate = /หลังเที่ยง|บ่าย|เย็น|ค่ำ|^p/.test(half) && Number(hour) < 12;
  const isEarly = /ก่อนเที่ยง|^a/.test(half) && Number(hour) === 12;
  const noon = isLate ? 720 : isEarly ? -720 : 0;
  return Number(hour) * 60 + Number(minute) + noon - offset + 420;
}
