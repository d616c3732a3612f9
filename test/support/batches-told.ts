// Whether every batch says what is stored, row by row, and the figures what the batches add up to.
import type { StoredBatch } from '../../server/batches/batch.model.ts';
import type { StoredResponse } from '../../server/responses/response.model.ts';
import type { Models } from './models.ts';
import { recount } from './recount.ts';

/** What is untrue or left behind, in sentences; none when all is as it is told. For a moment when nothing is under way. */
export async function untrueOf(models: Models): Promise<string[]> {
  const responses = await models.responses.find({}).lean<StoredResponse[]>();
  const byId = new Map(responses.map((response) => [response._id, response]));
  const untrue = responses.flatMap(({ _id, held }) => (held ? [`${_id} is held for ever`] : []));
  for (const { _id } of await models.leases.find({}).lean()) untrue.push(`${_id} is still leased`);
  for (const batch of await models.batches.find({}).lean<StoredBatch[]>())
    untrue.push(...(await untrueIn(models, batch, byId)));
  return untrue;
}

async function untrueIn(
  models: Models,
  { _id, state, counts }: StoredBatch,
  responses: ReadonlyMap<string, StoredResponse>,
): Promise<string[]> {
  const blocks = await models.rowBlocks.find({ batch: _id }).sort({ firstRow: 1 }).lean();
  const rows = blocks.flatMap((block) => block.rows);
  const listed = (outcome: string) => rows.filter((row) => row.outcome === outcome);
  const stored = [...responses.values()].filter(({ batch }) => batch === _id).length;
  const gone = rows.filter(
    ({ outcome, responseId }) =>
      (outcome === 'accept' || outcome === 'same') && !responses.has(responseId ?? ''),
  );
  const { rows: all, accepted, same, rejected, skipped } = counts;
  const facts = [
    ['it has come to its end', ['done', 'interrupted', 'refused', 'withdrawn'].includes(state)],
    // rows of a withdrawn file that came again belong to the file that they came in
    [
      `accepted ${accepted} are stored (${stored})`,
      accepted === stored || (state === 'withdrawn' && stored < accepted),
    ],
    [`accepted are listed (${listed('accept').length})`, accepted === listed('accept').length],
    [`same ${same} are listed (${listed('same').length})`, same === listed('same').length],
    [`rows ${all} add up`, all === accepted + same + rejected + skipped],
    [`rows ${all} are listed (${rows.length})`, all === rows.length],
    ['rows are listed in their order', rows.every(({ row }, i) => row > (rows[i - 1]?.row ?? 0))],
    [`its rows are stored (${gone.length} are not)`, gone.length === 0],
  ] as const;
  return facts.flatMap(([what, holds]) => (holds ? [] : [`${state} ${_id}: not ${what}`]));
}

/** The strip of figures that all stored responses add up to. */
export async function stripOf(models: Models): Promise<object> {
  const all = await models.responses.find({ held: { $ne: true } }).lean();
  return recount(all as never, { survey: '2569', filters: {}, scope: { kind: 'all' } }).strip;
}
