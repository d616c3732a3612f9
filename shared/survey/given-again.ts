// A stored response as its sender would give it again: for the re-check, and to be changed.
import { fieldsIn, type PartOfResponse } from './fields/fields.ts';
import type { RawPart, StoredPart } from './fields/parts.ts';
import type { CheckedResponse, RawResponse } from './response.ts';

export function givenAgain(stored: CheckedResponse): RawResponse {
  return {
    version: stored.surveyVersion,
    ...partAgain('', stored),
    channel: stored.channel,
    place: partAgain('/place', stored.place),
    respondent: partAgain('/respondent', stored.respondent),
    issues: stored.issues.map((issue) => ({
      id: issue.id,
      ...partAgain('/issues/-', issue),
      ...(issue.photos && { photos: issue.photos }),
    })),
    answers: stored.answers,
  };
}

/** A text that was no known value was given in the place of one. */
function partAgain<P extends PartOfResponse>(part: P, stored: StoredPart<P>): RawPart<P> {
  const values: Readonly<Record<string, unknown>> = { ...stored };
  const again = fieldsIn(part).map(({ member }) => [
    member,
    values[member] ?? values[`${member}Text`] ?? null,
  ]);
  return Object.fromEntries(again); // the members of the registry, as the type repeats them
}
