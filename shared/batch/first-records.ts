// The first records after the header, kept until there are enough of them to say what their columns are like.
import { isBlank } from './judge-record.ts';
import type { CsvRecord } from './record-reader.ts';

/** records with text */
const enoughFilled = 200;
/** they stand in memory, and a file may have rows of any length, or none with text */
const enoughRecords = 5_000;
const enoughLength = 1_000_000;

export class FirstRecords {
  /** all that have come, in the order of the file */
  readonly all: CsvRecord[] = [];
  /** as many of them as are enough: the same ones in whatever pieces the file comes */
  readonly looked: CsvRecord[] = [];
  #filled = 0;
  #length = 0;

  get areEnough(): boolean {
    return (
      this.#filled >= enoughFilled ||
      this.looked.length >= enoughRecords ||
      this.#length >= enoughLength
    );
  }

  add(records: readonly CsvRecord[]): void {
    for (const record of records) {
      this.all.push(record);
      if (!this.areEnough) this.#look(record);
    }
  }

  #look(record: CsvRecord): void {
    this.looked.push(record);
    for (const cell of record.cells) this.#length += cell.length + 1;
    if (!isBlank(record.cells)) this.#filled++;
  }
}
