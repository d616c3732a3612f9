import type { difference as master } from '../th/difference.ts';

export const difference: typeof master = {
  title: 'What differs from the file before',
  first: 'The office has sent no file before this one, so every row is new',
  comparedWith: 'Compared with',
  kinds: { new: 'New', gone: 'Gone', changed: 'Changed', same: 'The same' },
  row: (n) => `Row ${n}`,
  otherRow: (n) => `Row ${n} of the file before`,
  shown: (n, all) => `${n} of ${all} rows shown`,
};
