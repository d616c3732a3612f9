// What differs between two contents of a response, value by value.
import type { ContentChange } from '../../shared/api/responses.ts';
import { canonicalJson } from '../../shared/text/canonical-json.ts';
import type { Content } from './revision.model.ts';

type Values = Readonly<Record<string, unknown>>;

const alone = ['day'] as const;
const parts = ['place', 'respondent', 'answers'] as const;

/** Issues are met by their ids, wherever they stand; pointers are those of the later content, of what is gone of the earlier. */
export function changesBetween(before: Content, after: Content): ContentChange[] {
  const changes: ContentChange[] = [];
  const note = (pointer: string, was: unknown = null, is: unknown = null) => {
    if (canonicalJson(was) !== canonicalJson(is)) changes.push({ pointer, before: was, after: is });
  };
  const noteAll = (pointer: string, was: object, is: object) => {
    const [old, now] = [was as Values, is as Values]; // any members
    for (const name of new Set([...Object.keys(old), ...Object.keys(now)]))
      note(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, old[name], now[name]);
  };
  for (const name of alone) note(`/${name}`, before[name], after[name]);
  for (const part of parts) noteAll(`/${part}`, before[part], after[part]);
  const earlier = new Map(before.issues.map((issue) => [issue.id, issue]));
  after.issues.forEach((issue, index) => {
    const was = earlier.get(issue.id);
    if (was) noteAll(`/issues/${index}`, was, issue);
    else note(`/issues/${index}`, null, issue);
  });
  const kept = new Set(after.issues.map(({ id }) => id));
  before.issues.forEach((issue, index) => {
    if (!kept.has(issue.id)) note(`/issues/${index}`, issue);
  });
  return changes;
}
