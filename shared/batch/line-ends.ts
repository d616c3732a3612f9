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

export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
