// The registry's fields as members of requests and replies.
import * as v from 'valibot';
import { type CoreKind, fieldsIn, type Part } from '../survey/fields/fields.ts';
import {
  codedKinds,
  type RawPart,
  type StoredPart,
  type StoredValues,
} from '../survey/fields/parts.ts';
import { fieldWords } from '../survey/fields/words.ts';
import { respondentTypes } from '../survey/response.ts';
import { strategies } from '../survey/strategies.ts';

const raw = v.nullish(v.union([v.string(), v.number()]));
const rawPosition = v.nullish(v.strictObject({ lat: raw, lng: raw, accuracy: raw }));
const text = v.nullable(v.string());

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

type RawEntries<P extends Part> = {
  [K in Exclude<keyof RawPart<P>, 'channelText'>]-?: K extends 'position'
    ? typeof rawPosition
    : typeof raw;
};
/** What a sender may give; the values are the rules' business. */
export function rawEntries<P extends Part>(part: P): RawEntries<P> {
  const asked = fieldsIn(part).filter(({ filesOnly }) => !filesOnly);
  const entries = asked.map(({ name, member, kind }) => [
    member,
    v.pipe(kind === 'position' ? rawPosition : raw, v.description(fieldWords[name].name.en)),
  ]);
  return Object.fromEntries(entries); // the members of the registry, as the type repeats them
}

type TopEntries = { [K in keyof StoredPart<''>]: v.GenericSchema<StoredPart<''>[K]> };

/** What is stored at the top of a response, as it is replied. */
export function topEntries(): TopEntries {
  return entriesOf('') as TopEntries; // the members of the registry, as the type repeats them
}

/** What is stored in one part, as it is replied. */
export function storedPart<P extends Part>(part: P): v.GenericSchema<StoredPart<P>> {
  // the same
  return v.object(entriesOf(part)) as unknown as v.GenericSchema<StoredPart<P>>;
}

function entriesOf(part: Part): Record<string, v.GenericSchema> {
  const entries = fieldsIn(part).flatMap(({ member, kind, required }) => [
    [member, required ? v.string() : stored[kind]],
    ...(codedKinds.has(kind) ? [[`${member}Text`, text]] : []),
    ...(kind === 'district' ? [[`${member}Code`, text]] : []),
  ]);
  return Object.fromEntries(entries);
}
