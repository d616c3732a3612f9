// The rejected rows of a batch, whole: as the file that the server gives, and each with its reasons.
import type { BatchRow } from '../../shared/api/batches.ts';
import { paths } from '../../shared/api/paths.ts';
import type { Lang } from '../../shared/text/names.ts';
import { ApiProblem, api, toProblem } from './api.ts';

/** Its own headers in this language. */
export function rejectsAddress(survey: string, batch: string, lang: Lang): string {
  return `${paths.batchRejects(survey, batch)}?lang=${lang}`;
}

/** The text of `rejects.csv`. @throws ApiProblem */
export async function rejectsFile(survey: string, batch: string, lang: Lang): Promise<string> {
  const reply = await fetch(rejectsAddress(survey, batch, lang), {
    credentials: 'same-origin',
  }).catch(() => Promise.reject(new ApiProblem('offline', 0, {}, null)));
  if (!reply.ok) throw await toProblem(reply);
  return await reply.text();
}

/** @throws ApiProblem */
export async function everyReject(survey: string, batch: string): Promise<readonly BatchRow[]> {
  const rows: BatchRow[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const query = new URLSearchParams({ outcome: 'reject', limit: '500', ...(after && { after }) });
    const page = await api(paths.batchRows(survey, batch), { query });
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}
