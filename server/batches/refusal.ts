// Why a file is refused as a whole, as the problem that is answered.
import { FileRefused } from '../../shared/batch/file-refused.ts';
import { maxColumns } from '../../shared/batch/find-table.ts';
import type { Inspection } from '../../shared/batch/inspection.ts';
import { Problem, problem } from '../http/problem.ts';

const details = {
  'not-text': 'Save the table as CSV and send that.',
  'unknown-encoding': 'Save the file as CSV UTF-8, or say its encoding in the field `encoding`.',
  'empty-file': 'The file has no rows.',
  'no-header':
    'No row of column names was found in the first 20 records: a province and a problem column are needed.',
  'header-mismatch':
    'Every row has fewer cells than the header has names: put names that hold a comma into quotes, and send the file again.',
  'too-many-columns': `At most ${maxColumns} columns are read.`,
  'mapping-needed':
    'Send the file again with the field `mapping`: a JSON object from headers to fields.',
} as const;

/** by its first bytes */
const archive =
  'This is a compressed file (zip, gzip or another), whatever its name says. Unpack it and send the CSV inside.';

const refusals: ReadonlySet<string> = new Set([
  ...Object.keys(details),
  'too-large',
  'all-or-nothing',
  'changes-to-decide',
  // the form around the file: a decision that came after it
  'unreadable',
]);

export function mappingNeeded(proposal: Inspection): Problem {
  const { type: _type, ...asked } = proposal.problem ?? { type: 'mapping-needed' };
  return problem('mapping-needed', { detail: details['mapping-needed'], ...asked, proposal });
}

/** A refusal of the reader as a problem; anything else as it is. */
export function toRefusal(error: unknown): unknown {
  if (!(error instanceof FileRefused)) return error;
  const { type, ...rest } = error.problem;
  const isArchive = 'kind' in rest && rest.kind === 'archive';
  return problem(type, { detail: isArchive ? archive : details[type], ...rest });
}

/** The file itself is the reason, so sending it again as it is would not help. */
export function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem && refusals.has(error.type);
}
