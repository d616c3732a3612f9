// The registry's fields as members of requests and replies.
import * as v from 'valibot';
import { type CoreKind, fieldsIn, type PartOfResponse } from '../survey/fields/fields.ts';
import type { RawPart, StoredPart, StoredValues } from '../survey/fields/parts.ts';
import { fieldWords } from '../survey/fields/words.ts';
import { respondentTypes } from '../survey/response.ts';
import { strategies } from '../survey/strategies.ts';

const raw = v.nullish(v.union([v.string(), v.number()]));
const rawPosition = v.nullish(v.strictObject({ lat: raw, lng: raw, accuracy: raw }));
const text = v.nullable(v.string());

export const issueId = v.pipe(
  v.nullish(v.union([v.string(), v.number()])),
  v.description(
    'Of the sender’s own: 1 to 32 of A–Z a–z 0–9 _ -, once in a response. Absent: the position, from 1.',
  ),
);

export const givenPhotos = v.pipe(
  v.nullish(v.pipe(v.array(v.string()), v.maxLength(20))),
  v.description(
    'SHA-256 of each photo’s bytes, hexadecimal; the bytes follow the response, each under `…/photos/{digest}`.',
  ),
);

const stored: { readonly [K in CoreKind]: v.GenericSchema<StoredValues[K]> } = {
  day: text,
  province: text,
  district: text,
  text,
  position: v.nullable(
    v.object({ lat: v.number(), lng: v.number(), accuracy: v.exactOptional(v.number()) }),
  ),
  'respondent-type': v.nullable(v.picklist(respondentTypes)),
  strategy: v.nullable(v.picklist(strategies)),
  'sub-plan': text,
  severity: v.nullable(v.number()),
  affected: v.nullable(v.number()),
};

type RawEntries<P extends PartOfResponse> = {
  [K in Exclude<keyof RawPart<P>, 'channelText'>]-?: K extends 'position'
    ? typeof rawPosition
    : typeof raw;
};
/** What a sender may give; the values are the rules' business. */
export function rawEntries<P extends PartOfResponse>(part: P): RawEntries<P> {
  const asked = fieldsIn(part).filter(({ filesOnly }) => !filesOnly);
  const entries = asked.map(({ name, member, kind }) => [
    member,
    v.pipe(kind === 'position' ? rawPosition : raw, v.description(fieldWords[name].name.en)),
  ]);
  return Object.fromEntries(entries); // the members of the registry, as the type repeats them
}

type StoredEntries<P extends PartOfResponse> = {
  [K in keyof StoredPart<P>]-?: undefined extends StoredPart<P>[K]
    ? v.ExactOptionalSchema<v.GenericSchema<NonNullable<StoredPart<P>[K]>>, undefined>
    : v.GenericSchema<StoredPart<P>[K]>;
};

/** What is stored, as it is replied. */
export function storedEntries<P extends PartOfResponse>(part: P): StoredEntries<P> {
  const entries = fieldsIn(part).flatMap(({ member, besideMember, kind, required, sparse }) => [
    [member, sparse ? v.exactOptional(v.string()) : required ? v.string() : stored[kind]],
    ...(besideMember === null ? [] : [[besideMember, text]]),
  ]);
  return Object.fromEntries(entries); // the members of the registry, as the type repeats them
}
