// A whole cell that says "no answer", or "no problem", rather than giving one, in the words people use for it. Punctuation, spaces
// and polite particles do not count.

const what =
  'พบปัญหา|ประเด็นปัญหา|ปัญหา|อุปสรรค|ข้อเสนอแนะ|ข้อเสนอ|ความคิดเห็น|ความเห็น|ข้อคิดเห็น|คำตอบ|อะไร|ใด|เพิ่มเติม|อื่น|เลย|แต่อย่างใด|ทั้งสิ้น|และ|หรือ';
const none = `(?:ไม่มี|ไม่พบ|ไม่ทราบ|ไม่ระบุ|ยังไม่มี|ยังไม่พบ)(?:${what})*`;
const silent = '(?:ไม่|ไม่ขอ|ไม่ได้)(?:ตอบ|(?:ออก|แสดง|ให้)(?:ข้อคิดเห็น|ความคิดเห็น|ความเห็น))';
const well = 'ปกติ(?:ดี|ทุกอย่าง)?';
const english =
  'none|nothing|nil|null|nan?|no|(?:i)?dontknow|no(?:t)?(?:applicable|problems?|issues?|comments?|suggestions?|answer|opinion)(?:atall)?|notknown|notspecified|noneatall|nothingtoreport';
const englishSentence =
  '(?:(?:i|we)(?:haveno|donthaveany|donothaveany)|there(?:is|are)no)(?:problems?|issues?)(?:atall)?';
const polite = '(?:ครับผม|ครับ|คับ|ค่ะ|คะ|จ้า|จ้ะ|จ๊ะ|จ๋า|นะ|ฮะ|ขอบคุณ)*';
const answer = new RegExp(
  `^(?:(?:${none}|${silent}|${well}|${english}|${englishSentence})${polite}){1,4}$`,
);

/** as short as it can be tested that it may be one of these; nearly all cells are told apart here */
const start =
  /^[\s\-–—‐‑−.,:;"'“”‘’()[\]{}<>*_/\\|!?~…•·]*(?:ไม่|ยังไม่|ปกติ|n|(?:i|we)? ?(?:don|do not|have no)|there (?:is|are) no)/i;
const marks = /^[-–—‐‑−.…\s]*$|^[([{]\s*[-–—‐‑−.…]*\s*[)\]}]$/;
const longest = 80;

/** Expects normalised text. Also true for an empty cell and for dashes alone. */
export function isNoAnswer(text: string): boolean {
  if (text.length > longest || beginsOtherwise(text.charCodeAt(0))) return false;
  if (marks.test(text)) return true;
  return start.test(text) && answer.test(text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]|ๆ/gu, ''));
}

/** A Thai letter that none of these words begins with (they begin with ไ, ย, ป): nearly every cell of a file. */
function beginsOtherwise(code: number): boolean {
  return code > 0xe00 && code < 0xe5c && code !== 0xe44 && code !== 0xe22 && code !== 0xe1b;
}
