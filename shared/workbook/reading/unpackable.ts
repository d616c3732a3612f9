// Why a workbook is not read.

/** It is larger than is allowed, or no archive that can be read. */
export class Unpackable extends Error {
  override readonly name = 'Unpackable';
  readonly why: 'too-large' | 'damaged';

  constructor(why: Unpackable['why']) {
    super(`the archive is ${why}`);
    this.why = why;
  }
}
