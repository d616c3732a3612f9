// A saved view: a page of figures with its filters, under a name. Its address is the view; what is counted is counted for who looks.
import * as v from 'valibot';

/** a person’s own */
export const mostViews = 100;

/** pages that a view may be of, with any query: `/?province=TH-50`, `/province/TH-50?survey=2569` */
const addressOfView =
  /^\/(?:|province\/TH-\d\d|strategy\/[a-z]{1,30})(?:\?[A-Za-z0-9=&%.,_~:+*-]{0,1900})?$/;

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const address = v.pipe(v.string(), v.maxLength(2000), v.regex(addressOfView));
const described = {
  name,
  /** behind `#` */
  address,
  /** the people of the own office see it too, each with what they may see */
  shared: v.boolean(),
  /** it is opened after signing in; one at most, for oneself alone */
  start: v.boolean(),
};

export const NewView = v.strictObject({
  ...described,
  shared: v.optional(described.shared, false),
  start: v.optional(described.start, false),
});
export type NewView = v.InferOutput<typeof NewView>;

/** What is absent stays. Of a view that somebody shared only `start` can be changed. */
export const ViewChange = v.partial(v.strictObject(described));
export type ViewChange = v.InferOutput<typeof ViewChange>;

export const SavedView = v.object({
  id: v.string(),
  name: v.string(),
  address: v.string(),
  shared: v.boolean(),
  start: v.boolean(),
  /** made by who asks */
  own: v.boolean(),
  /** user name of who made it */
  by: v.string(),
  changedAt: v.string(),
});
export type SavedView = v.InferOutput<typeof SavedView>;

export const ListOfViews = v.object({ items: v.array(SavedView), next: v.null() });
export type ListOfViews = v.InferOutput<typeof ListOfViews>;
