// Freezes a view: everything that it counts, as bytes that never change.
import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Filters } from '../../shared/api/figures.ts';
import type { Scope, User } from '../../shared/api/session.ts';
import type { Snapshot, SnapshotItem } from '../../shared/api/snapshots.ts';
import { countsFrom } from '../../shared/survey/counts-from.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import type { Audit } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { factsVersion } from '../facts/facts-version.ts';
import { everyFigure, replyOf, toTheMinute } from '../figures/reply-of.ts';
import { problem } from '../http/problem.ts';
import { receiptOf } from '../responses/receipt.ts';
import { isOpen } from '../surveys/not-open.ts';
import type { SurveyRound } from '../surveys/read-survey.ts';
import { versionOfRabfang } from '../version.ts';
import { toItem } from './read-snapshots.ts';
import { type StoredSnapshot, storedSnapshots } from './snapshot.model.ts';

const compressed = promisify(gzip);

export interface FrozenView {
  readonly survey: SurveyRound;
  readonly filters: Filters;
  readonly scope: Scope;
}

/** What this question counts now. */
export async function countNow(context: Context, { survey, filters, scope }: FrozenView) {
  const { facts, following } = context;
  facts.setSurvey(survey);
  const { seenUntil, isBehind } = following;
  const asked = {
    survey: survey.id,
    filters,
    scope,
    rows: true,
    behind: isBehind ? toTheMinute(seenUntil) : undefined,
    expected: survey.provincesExpected,
    countsFrom: countsFrom(survey),
    subPlans: survey.subPlans,
  };
  return await facts.ask(asked, (view) => replyOf(view, asked, everyFigure));
}

export async function keepSnapshot(
  context: Context,
  given: FrozenView & { readonly name: string },
  user: User,
  audit: Audit,
): Promise<SnapshotItem> {
  const { survey, filters, scope } = given;
  const frozenAt = context.now();
  const reply = await countNow(context, given);
  const snapshot: Snapshot = {
    format: 1,
    id: receiptOf(randomUUID(), frozenAt),
    name: cleaned(given.name),
    by: user.username,
    office: user.office,
    frozenAt: frozenAt.toISOString(),
    asOf: reply.asOf,
    // readonly in the code, the same on the wire
    survey: { ...survey, open: isOpen(survey, frozenAt) } as Snapshot['survey'],
    countedBy: { rabfang: versionOfRabfang(), facts: factsVersion },
    scope,
    reply,
  };
  const bytes = Buffer.from(JSON.stringify(snapshot));
  const { id: _id, name, by, office, asOf } = snapshot;
  const { issues, responses } = reply.strip;
  const stored: StoredSnapshot = {
    ...{ _id, survey: survey.id, name, by, office, frozenAt, asOf: new Date(asOf) },
    ...{ filters, scope, issues, responses },
    digest: createHash('sha256').update(bytes).digest('hex'),
    gzip: await compressed(bytes),
  };
  const changes = [
    { field: 'name', before: null, after: name },
    { field: 'survey', before: null, after: survey.id },
    { field: 'filters', before: null, after: JSON.stringify(filters) },
  ];
  await audit.before({ what: 'snapshot-kept', on: `snapshot:${_id}`, changes }, () =>
    context.db.model(storedSnapshots).create(stored),
  );
  return toItem(stored);
}

/** @throws unreadable when nothing is left of it */
function cleaned(name: string): string {
  const text = removePersonalData(normaliseLine(name)).text.trim();
  if (text !== '') return text;
  throw problem('unreadable', {
    detail: 'A snapshot needs a name.',
    errors: [{ pointer: '/body/name' }],
  });
}
