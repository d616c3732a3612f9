// Everything that is stored, compared with itself: the file, every response with its digest, the figures of the facts with a plain
// recount, every batch with its rows and responses. One pass over the responses feeds all of it.

import { issueKey, type LinkSet } from '../../shared/plan/issue-links.ts';
import type { CheckedResponse } from '../../shared/survey/response.ts';
import { digestOf } from '../../shared/survey/response-digest.ts';
import { batchesThatDiffer } from '../batches/check-counts.ts';
import type { Database } from '../db/database.ts';
import { createFacts, type Facts } from '../facts/facts.ts';
import { rowFiguresOf } from '../figures/row-figures.ts';
import { shape } from '../figures/shape.ts';
import { everyLink } from '../links/hear-links.ts';
import { photosThatDiffer } from '../photos/check-stored-photos.ts';
import { everyStored } from '../responses/every-response.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { sha256 } from '../responses/sha256.ts';
import { snapshotsThatDiffer } from '../snapshots/check-stored-snapshots.ts';
import { readSurveys } from '../surveys/read-survey.ts';
import { readUnfinished, sayUnfinished } from '../transfers/unfinished.ts';
import { linesOf, PlainRecount, recounted } from './plain-recount.ts';

type Say = (line: string) => void;

const progressMs = 1000;

/** @returns what was looked at */
export async function checkEverythingStored(
  db: Database,
  progress: Say,
  differs: Say,
): Promise<string> {
  const unfinished = await readUnfinished(db);
  if (unfinished) differs(sayUnfinished(unfinished));
  progress('Looking through the file …');
  for (const complaint of await db.damage.lookThrough()) differs(complaint);
  for (const { collection, id } of db.damage.setAside())
    differs(`${collection}: ${id} was damaged and is set aside`);
  const facts = createFacts();
  facts.leftOut.onChange = (id, why) => differs(`responses: ${id} cannot be counted (${why})`);
  const recount = new PlainRecount();
  const surveys = await readSurveys({ db });
  for (const survey of surveys) facts.setSurvey(survey);
  const links = await takeLinks(db, facts);
  const responses = await checkResponses(db, progress, differs, (stored) => {
    if (facts.put(stored) !== 'left out') recount.add(stored, links);
  });
  facts.complete(new Date());
  for (const survey of surveys) await compareFigures(facts, recount, survey, differs);
  progress('Comparing batches …');
  const batches = await batchesThatDiffer(db, differs);
  progress('Comparing photos …');
  const photos = await photosThatDiffer(db, differs);
  progress('Comparing snapshots …');
  const snapshots = await snapshotsThatDiffer(db, differs);
  const some = (count: number, what: string) => (count > 0 ? `, ${count} ${what}` : '');
  const also = some(photos, 'photos') + some(snapshots, 'snapshots');
  return `${responses} responses, ${surveys.length} surveys, ${batches} batches${also}`;
}

/** Read once for both: a server beside may link meanwhile. By `issueKey`. */
async function takeLinks(db: Database, facts: Facts): Promise<ReadonlyMap<string, LinkSet>> {
  const links = new Map<string, LinkSet>();
  for await (const part of everyLink(db))
    for (const one of part) {
      facts.links.put(one);
      links.set(issueKey(one.response, one.issue), one);
    }
  return links;
}

async function checkResponses(
  db: Database,
  progress: Say,
  differs: Say,
  take: (stored: StoredResponse) => void,
): Promise<number> {
  let responses = 0;
  let said = performance.now();
  for await (const stored of everyStored(db)) {
    if (stored.leaving) continue; // a mark, without content
    responses += 1;
    take(stored);
    if (digestNow(stored) !== stored.digest)
      differs(`responses: ${stored._id} has another content than its digest says`);
    if (performance.now() - said < progressMs) continue;
    progress(`${responses.toLocaleString('en')} responses …`);
    said = performance.now();
  }
  return responses;
}

function digestNow(stored: StoredResponse): string | undefined {
  const { surveyVersion, day, channel, channelText, place, respondent, issues, answers } = stored;
  const parts = { surveyVersion, day, channel, channelText, place, respondent, issues, answers };
  try {
    return digestOf(parts satisfies CheckedResponse, sha256);
  } catch {
    return undefined; // its shape is none
  }
}

async function compareFigures(
  facts: Facts,
  recount: PlainRecount,
  survey: { readonly id: string; readonly countApprovedOnly: boolean },
  differs: Say,
): Promise<void> {
  const question = { survey: survey.id, filters: {}, scope: { kind: 'all' }, rows: true } as const;
  const counted = await facts.ask(question, (view) => {
    const { strip, figures } = shape(view.count(), recounted);
    return linesOf({ strip, figures: { ...figures, ...rowFiguresOf(view, ['by-sub-plan'], []) } });
  });
  const plain = recount.of(survey);
  for (const line of new Set([...counted.keys(), ...plain.keys()])) {
    const [of, by] = [counted.get(line) ?? 0, plain.get(line) ?? 0];
    if (of !== by) differs(`figures of ${survey.id}: ${line} is ${of}, a recount says ${by}`);
  }
}
