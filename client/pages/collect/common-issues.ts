// What many in the chosen district have said already; nothing without a signal, or before a known district is chosen.
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { CommonIssue } from '../../../shared/api/responses.ts';
import { typedPart } from '../../../shared/text/typed-part.ts';
import type { Districts } from '../../data/districts.ts';
import { useOnline } from '../../data/outbox-status.ts';
import { useQuery } from '../../data/use-query.ts';
import type { FormValues } from './form-values.ts';

const none: readonly CommonIssue[] = [];

export function useCommonIssues(
  survey: string,
  { province, district }: Pick<FormValues, 'province' | 'district'>,
  districts: Districts | null,
): readonly CommonIssue[] {
  const online = useOnline();
  const known = districts?.(province).find(({ name }) =>
    [name.th, name.en].includes(district.trim()),
  );
  const query = known && { province, district: known.name.th };
  // an older server has none: then nothing is offered
  const { data } = useQuery(query && online ? withQuery(paths.commonIssues(survey), query) : null);
  return data?.items ?? none;
}

const mostOffered = 3;

/** Those that the title may become, the nearest first; and the one that it is, if it is one. */
export function offeredFor(title: string, common: readonly CommonIssue[]) {
  const is = common.find((one) => one.title === title.trim());
  if (is) return { is, offered: none };
  const near = common
    .map((issue) => ({ issue, part: typedPart(title, issue.title) }))
    .filter(({ part }) => part > 0)
    .sort((a, b) => b.part - a.part || b.issue.responses - a.issue.responses);
  return { is: undefined, offered: near.slice(0, mostOffered).map(({ issue }) => issue) };
}
