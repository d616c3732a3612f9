// Which rows of a file are stored already, told before the file is sent: ids alone are asked about.
import type { KnownRow, KnownRows } from '../../shared/api/batches.ts';
import type { Scope } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { responsesIn } from '../responses/read-responses.ts';

export interface AskedRows {
  readonly survey: string;
  readonly ids: readonly string[];
}

/** Those in the scope. What a file still under way holds is not told: it may be taken back. */
export async function knownRows(
  context: Context,
  scope: Scope,
  { survey, ids }: AskedRows,
): Promise<KnownRows> {
  const items: KnownRow[] = [];
  const asked = [...new Set(ids.map((id) => id.toLowerCase()))];
  for await (const stored of responsesIn(scope, context).each(asked)) {
    if (stored.survey !== survey) continue;
    const { _id: id, office, digest, formerDigests = [], receivedAt } = stored;
    const isErased = stored.erasedAt !== undefined;
    items.push({
      id,
      office,
      digest: isErased ? null : digest,
      formerDigests: isErased ? [] : [...formerDigests],
      receivedAt: receivedAt.toISOString(),
      withdrawn: Boolean(stored.withdrawnAt),
    });
  }
  return { items };
}
