// CRLF, LF and CR each end a line, also mixed in one file: everything becomes LF, also when CR and LF come in two reads.

export class LineEnds {
  #heldReturn = false;

  push(text: string, last: boolean): string {
    let all = this.#heldReturn ? `\r${text}` : text;
    this.#heldReturn = !last && all.endsWith('\r');
    if (this.#heldReturn) all = all.slice(0, -1);
    return all.includes('\r') ? all.replace(/\r\n?/g, '\n') : all;
  }
}

/** Those of a text, or of a part of it. */
export function countLineEnds(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count++;
  return count;
}
