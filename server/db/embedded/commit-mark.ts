// A file beside the database that says how many writes have been acknowledged, so that a database which has fewer of them is
// noticed at start: an older copy, one whose log was lost or cut, an emptied one, one from elsewhere.
// It is written after the commit is on disk and before anybody is told, in one piece of less than a sector, and not synced:
// - after `kill -9` the file is as it was last written, and the database has at least as many writes;
// - after a power cut the mark may be some seconds old. Then it asks for fewer writes than there are, never for more: it may miss
//   a loss that happened in the same cut, and raises no false alarm.
// - on a disk that takes nothing, not even over what is there, it stays as old; one half written says nothing. The next write says
//   all of it again, so it is right from then on, and no durable commit fails for it.
// `main` is how many of them stand in the main file itself (the last complete checkpoint): the log can only be put on such a one.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { checksumOf } from './checksum.ts';

export const markName = 'rabfang.mark';

export interface Mark {
  readonly identity: string;
  readonly writes: number;
  readonly main: number;
}

const length = 128;
const fileMode = 0o600;

/** undefined when there is none, or none that can be read: then nothing is known */
export function readMark(folder: string): Mark | undefined {
  try {
    const [text = '', sum] = readFileSync(join(folder, markName), 'utf8').trim().split('\t');
    return Number(sum) === checksumOf(text) ? (JSON.parse(text) as Mark) : undefined;
  } catch {
    return undefined;
  }
}

export class MarkWriter {
  readonly #file: number;
  readonly #onNotice: (sentence: string) => void;
  #fails = false;

  constructor(folder: string, onNotice: (sentence: string) => void) {
    this.#onNotice = onNotice;
    this.#file = openSync(join(folder, markName), 'a', fileMode);
    closeSync(this.#file);
    this.#file = openSync(join(folder, markName), 'r+');
  }

  /** Never throws. */
  write({ identity, writes, main }: Mark): void {
    const text = JSON.stringify({ identity, writes, main });
    const line = `${text}\t${checksumOf(text)}`.padEnd(length - 1);
    this.#whateverTheDisk(() => writeSync(this.#file, `${line}\n`, 0));
  }

  close(): void {
    this.#whateverTheDisk(() => fsyncSync(this.#file));
    closeSync(this.#file);
  }

  /** An older mark asks for less than there is, so there is nothing to undo; it is written anew with the next commit. */
  #whateverTheDisk(write: () => void): void {
    try {
      write();
      this.#fails = false;
    } catch (error) {
      if (!this.#fails)
        this.#onNotice(
          `${markName} could not be written (${String(error)}): until it can be, a loss of acknowledged writes may go unnoticed.`,
        );
      this.#fails = true;
    }
  }
}
