// Requests and replies about responses. What is checked here is only the *shape* (types, known names);
// the values are the business of shared/survey/check-response.ts, the same at every door.
import * as v from 'valibot';
import { decisionNames } from '../survey/decisions.ts';
import { channels } from '../survey/response.ts';
import { strategies } from '../survey/strategies.ts';
import { HowFilled } from './filling.ts';
import { LinkSetOfIssue } from './links.ts';
import { givenPhotos, issueId, rawEntries, storedEntries } from './response-parts.ts';

/** By any keys: a record of valibot's would leave out `constructor` and the like, and nobody would hear of it. */
const isObject = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
const answersByKey = v.custom<Readonly<Record<string, unknown>>>(isObject);

/** A response as a sender puts it; at most `limits.issues.max` issues are said by the rules, 1,000 by the shape. */
export const NewResponse = v.strictObject({
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  ...rawEntries(''),
  channel: v.optional(v.picklist(channels), 'api'),
  place: v.optional(v.strictObject(rawEntries('/place')), {}),
  respondent: v.optional(v.strictObject(rawEntries('/respondent')), {}),
  issues: v.optional(
    v.pipe(
      v.array(v.strictObject({ id: issueId, photos: givenPhotos, ...rawEntries('/issues/-') })),
      v.maxLength(1000),
    ),
    [],
  ),
  /** of a response that was sent back: the revision that was seen, which this one replaces */
  revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** user name of the colleague who filled it in, when somebody else hands it in: it is stored under their name */
  collectedBy: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  /** kept of the first sending; no part of the content: the same content with another one is the same */
  filling: v.optional(HowFilled),
  answers: v.optional(
    v.pipe(
      answersByKey,
      v.description(
        'By the key of each question of the survey at /answers/<key>. text: a text; number: a number; one: the key of an option; many: a list of keys; date: YYYY-MM-DD; yes-no: true or false. Texts in the spellings that files have are read too.',
      ),
    ),
    {},
  ),
});
export type NewResponse = v.InferInput<typeof NewResponse>;

export const ViolationSaid = v.looseObject({
  code: v.string(),
  level: v.picklist(['error', 'warning']),
  pointer: v.string(),
});

/** The receipt: 201 when stored now, 200 with the same body when exactly this was stored before. */
export const Receipt = v.object({
  id: v.string(),
  receipt: v.string(),
  receivedAt: v.string(),
  status: v.string(),
  violations: v.array(ViolationSaid),
});
export type Receipt = v.InferOutput<typeof Receipt>;

/** `endorsed`: approved by its office, in a round where the national decision comes after it */
export const statuses = ['received', 'endorsed', 'approved', 'returned', 'rejected'] as const;
export type Status = (typeof statuses)[number];

/** what happens to a response: decisions, a decision taken back by who took it, new content by its sender, its words erased, taken out of the count and back, handed in by a colleague of who collected it */
export const happenings = [
  'endorsed',
  'approved',
  'returned',
  'rejected',
  'taken-back',
  'revised',
  'erased',
  'withdrawn',
  'brought-back',
  'handed-in',
] as const;
export type Happening = (typeof happenings)[number];

const tier = v.exactOptional(v.picklist([1, 2]));

/** Of a decision: the value that it is about, as it stood then, and the office that it was given by. */
const pointed = {
  pointer: v.exactOptional(v.string()),
  office: v.exactOptional(v.string()),
};

export const HistoryEntry = v.object({
  /** as its sender named it; null: it was sent without */
  id: v.nullable(v.string()),
  decision: v.picklist(happenings),
  /** of two: the office's (1) or the national one (2) */
  tier,
  reason: v.nullable(v.string()),
  ...pointed,
  by: v.string(),
  at: v.string(),
});

export const Response = v.object({
  id: v.string(),
  survey: v.string(),
  version: v.number(),
  /** the version of the survey that it was made under, and so of the privacy notice */
  surveyVersion: v.number(),
  status: v.picklist(statuses),
  /** of its content; grows with each change by its sender */
  revision: v.number(),
  receipt: v.string(),
  receivedAt: v.string(),
  changedAt: v.string(),
  ...storedEntries(''),
  channel: v.picklist(channels),
  place: v.object(storedEntries('/place')),
  respondent: v.object(storedEntries('/respondent')),
  issues: v.array(
    v.object({
      /** within its response; survives revisions */
      id: v.string(),
      /** by their digests, under `…/photos/{digest}`; absent: none */
      photos: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
      /** what people and rules have linked it to; absent: nothing, or it is not told here */
      links: v.exactOptional(LinkSetOfIssue),
      ...storedEntries('/issues/-'),
    }),
  ),
  answers: answersByKey,
  /** absent: its sender did not say */
  filling: v.exactOptional(HowFilled),
  violations: v.array(ViolationSaid),
  office: v.nullable(v.string()),
  by: v.string(),
  batch: v.nullable(v.string()),
  row: v.nullable(v.number()),
  line: v.nullable(v.number()),
  /** since when its words are gone: texts are empty then; null: they are not */
  erasedAt: v.nullable(v.string()),
  /** since when it counts in no figure; null: it is not withdrawn */
  withdrawnAt: v.nullable(v.string()),
  /** the batch that it was withdrawn with; null: alone, or not at all */
  withdrawnWith: v.nullable(v.string()),
  /** the newest decisions, in their order */
  history: v.array(HistoryEntry),
  /** how many older ones are not among them */
  earlierDecisions: v.number(),
});
export type Response = v.InferOutput<typeof Response>;

const Value = v.unknown();
/** One value that differs between two revisions; null: it is not there. A whole issue that came or went has its own pointer. */
export const ContentChange = v.object({ pointer: v.string(), before: Value, after: Value });
export type ContentChange = v.InferOutput<typeof ContentChange>;

/** What happened to a response, oldest first: it was sent, decided on, revised. */
export const ResponseHistory = v.object({
  items: v.array(
    v.object({
      what: v.picklist(['sent', ...happenings]),
      tier,
      by: v.string(),
      at: v.string(),
      reason: v.nullable(v.string()),
      ...pointed,
      /** of what was sent and revised: the number of that content */
      revision: v.nullable(v.number()),
      /** of a revision: value by value */
      changes: v.array(ContentChange),
    }),
  ),
  next: v.null(),
});
export type ResponseHistory = v.InferOutput<typeof ResponseHistory>;

/** What was sent back to who asks, newest first; fewer than a page is no sign of the end, `next` is. */
export const PageOfReturned = v.object({
  items: v.array(Response),
  next: v.nullable(v.string()),
});
export type PageOfReturned = v.InferOutput<typeof PageOfReturned>;

/** A problem that at least five responses of a district have named in nearly the same words. */
export const CommonIssue = v.object({
  /** as most of them said it */
  title: v.string(),
  /** what most of them called it */
  strategy: v.nullable(v.picklist(strategies)),
  /** how many say it */
  responses: v.number(),
});
export type CommonIssue = v.InferOutput<typeof CommonIssue>;

/** Among the newest 2,000 responses of the province, said by most first. */
export const CommonIssues = v.object({ items: v.array(CommonIssue), next: v.null() });
export type CommonIssues = v.InferOutput<typeof CommonIssues>;

export const PageOfResponses = v.object({
  items: v.array(Response),
  next: v.nullable(v.string()),
  total: v.number(),
});
export type PageOfResponses = v.InferOutput<typeof PageOfResponses>;

export const NewDecision = v.strictObject({
  /** made by who decides: sent again under the same id, a decision is taken once */
  id: v.optional(v.pipe(v.string(), v.uuid(), v.toLowerCase())),
  decision: v.picklist(decisionNames),
  reason: v.nullish(v.pipe(v.string(), v.maxLength(2000))),
  /** the value that it is about, such as `/issues/0/title` */
  pointer: v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** the version the reviewer looked at; given and outdated: 409 `decision-conflict` */
  version: v.optional(v.pipe(v.number(), v.integer())),
});
export type NewDecision = v.InferOutput<typeof NewDecision>;
