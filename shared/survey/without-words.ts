// What stays of a response whose words are erased: everything that is counted, and nothing that anybody wrote or that tells a place
// finer than the province.
import { type CoreKind, fieldsIn, type PartOfResponse } from './fields/fields.ts';
import type { StoredPart } from './fields/parts.ts';
import type { CheckedResponse } from './response.ts';

const worded: ReadonlySet<CoreKind> = new Set(['text', 'district', 'position']);

/** Its texts are empty; the answers to the survey's own questions are gone, since nobody knows which of them are words. */
export function withoutWords(response: CheckedResponse): CheckedResponse {
  const { surveyVersion, channel, place, respondent, issues } = response;
  return {
    surveyVersion,
    channel,
    ...partWithoutWords('', response),
    place: partWithoutWords('/place', place),
    respondent: partWithoutWords('/respondent', respondent),
    issues: issues.map((issue) => ({ id: issue.id, ...partWithoutWords('/issues/-', issue) })),
    answers: {},
  };
}

function partWithoutWords<P extends PartOfResponse>(part: P, stored: StoredPart<P>): StoredPart<P> {
  const values: Readonly<Record<string, unknown>> = { ...stored };
  const kept = fieldsIn(part).flatMap(({ member, besideMember, kind, required, sparse }) => {
    const beside = besideMember === null ? [] : [[besideMember, null]];
    if (!worded.has(kind)) return [[member, values[member] ?? null], ...beside];
    return sparse ? beside : [[member, required ? '' : null], ...beside];
  });
  return Object.fromEntries(kept); // the members of the registry, as the type repeats them
}

/** What the respondent wrote, a list for each issue: by it other copies of the same words are found. */
export function saidWords({ issues, respondent, place }: CheckedResponse): readonly string[][] {
  return issues.map(({ title, detail, suggestion }) =>
    [title, detail, suggestion, respondent.agency, place.subdistrict].filter(
      (text): text is string => typeof text === 'string' && text !== '',
    ),
  );
}
