// The encodings that are read, by the names used in the `encoding` field of a batch.

export const csvEncodings = [
  'utf-8',
  'windows-874',
  'utf-16le',
  'utf-16be',
  // text that was UTF-8, was read as Windows-874 and saved again; and Windows-874 read as Latin-1
  'utf-8-as-874',
  'windows-874-as-latin1',
] as const;
export type CsvEncoding = (typeof csvEncodings)[number];
