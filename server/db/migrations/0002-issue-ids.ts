// From 28 November 2026, 18:17 on every issue has an id within its response, by which others point at it. Earlier ones get what was
// read for them since: their position. The digest of a response leaves such ids out, so it stays true.
import type { AnyDocument, MigrationStep } from './step.ts';

type Issue = Readonly<Record<string, unknown>>;

export const giveIssuesIds: MigrationStep = {
  makes: 2,
  does: 'every issue gets an id',
  run: (database) =>
    database.each('responses', ({ issues, version }) => {
      if (!isList(issues) || issues.every(({ id }) => typeof id === 'string')) return undefined;
      return { onlyIf: { version }, set: { issues: withIds(issues) } };
    }),
};

function isList(issues: AnyDocument[string]): issues is readonly Issue[] {
  return Array.isArray(issues) && issues.every((one) => typeof one === 'object' && one !== null);
}

function withIds(issues: readonly Issue[]): readonly Issue[] {
  const taken = new Set(issues.map(({ id }) => id));
  return issues.map((issue, index) => {
    if (typeof issue.id === 'string') return issue;
    let at = index + 1;
    while (taken.has(String(at))) at += issues.length;
    taken.add(String(at));
    return { id: String(at), ...issue };
  });
}
