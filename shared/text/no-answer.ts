// A whole cell that says "no answer" rather than giving one.
const words = /^(?:ไม่มี|ไม่ระบุ|ไม่ทราบ|n\/?a|n\.a\.)$/i;

/** Expects normalised text. Also true for an empty cell and for dashes alone. */
export function isNoAnswer(text: string): boolean {
  return text.length <= 12 && (/^[-–—‐‑−.\s]*$/.test(text) || words.test(text));
}
