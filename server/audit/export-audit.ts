// The record as CSV for a spreadsheet, newest first: UTF-8 with BOM, CRLF, formulas neutralised, one line an entry.
import { csvLine } from '../../shared/text/formula.ts';
import type { Database } from '../db/database.ts';
import { type AuditFilter, listAudit } from './read-audit.ts';

const columns = ['no', 'at', 'who', 'what', 'on', 'changes', 'request', 'digest'] as const;
const pageSize = 500;

/** Pieces of the file; constant memory. */
export async function* exportAudit(db: Database, filter: AuditFilter): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns)}`;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(db, filter, {
      limit: pageSize,
      after,
    });
    yield page.items
      .map(({ no, at, who, what, on, changes, request, digest }) => {
        const changed = changes.length > 0 ? JSON.stringify(changes) : null;
        return csvLine([no, at, who, what, on, changed, request, digest]);
      })
      .join('');
    after = page.next;
  } while (after !== null);
}
