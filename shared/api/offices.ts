// Offices: who answers for a place, and people belong to.
import * as v from 'valibot';
import { GivenScope, Scope } from './session.ts';

/** `closed`: nobody new belongs to it; what it has sent stays. */
export const officeStates = ['active', 'closed'] as const;

export const Office = v.object({
  id: v.string(),
  nameTh: v.string(),
  nameEn: v.string(),
  /** the place that it answers for */
  place: Scope,
  state: v.picklist(officeStates),
});
export type Office = v.InferOutput<typeof Office>;

export const PageOfOffices = v.object({ items: v.array(Office), next: v.nullable(v.string()) });
export type PageOfOffices = v.InferOutput<typeof PageOfOffices>;

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const described = { nameTh: name, nameEn: name, place: GivenScope };

export const NewOffice = v.strictObject({
  /** letters, digits and hyphens; it never changes */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/)),
  ...described,
  state: v.optional(v.picklist(officeStates)),
});
export type NewOffice = v.InferOutput<typeof NewOffice>;

export const OfficeChange = v.partial(
  v.strictObject({ ...described, state: v.picklist(officeStates) }),
);
export type OfficeChange = v.InferOutput<typeof OfficeChange>;

/** A reason that an office gives often, to be chosen when a response is sent back or rejected. `retired`: no longer offered. */
export const reasonStates = ['active', 'retired'] as const;

export const ReasonTemplate = v.object({
  id: v.string(),
  labelTh: v.string(),
  /** null: the Thai words stand */
  labelEn: v.nullable(v.string()),
  state: v.picklist(reasonStates),
});
export type ReasonTemplate = v.InferOutput<typeof ReasonTemplate>;
export const ReasonTemplates = v.object({ items: v.array(ReasonTemplate), next: v.null() });

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const reasonWords = { labelTh: words, labelEn: v.nullable(words) };

export const NewReasonTemplate = v.strictObject({
  labelTh: words,
  labelEn: v.nullish(words),
});
export type NewReasonTemplate = v.InferOutput<typeof NewReasonTemplate>;

export const ReasonTemplateChange = v.partial(
  v.strictObject({ ...reasonWords, state: v.picklist(reasonStates) }),
);
export type ReasonTemplateChange = v.InferOutput<typeof ReasonTemplateChange>;
