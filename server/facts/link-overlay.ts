// Links over the columns: each issue keeps the code of what it is linked to, and the version of that. A link that comes before its
// issue, or whose issue a revision has taken away, waits beside the columns and comes back with the issue.

import { issueKey, type LinkSet } from '../../shared/plan/issue-links.ts';
import type { ChangeTimes } from './change-times.ts';
import type { Columns, RowPlace } from './columns.ts';
import type { CountsTold } from './counts-told.ts';
import { isId, toId } from './ids.ts';
import type { CountedLinks } from './link-sets.ts';
import type { FactRow } from './shelf.ts';
import type { Views } from './views.ts';

/** What is stored of the links of one issue. */
export interface IssueLinks extends CountedLinks {
  readonly response: string;
  readonly issue: string;
  /** grows with every change */
  readonly version: number;
  readonly changedAt: Date;
}

interface Loose {
  readonly code: number;
  readonly version: number;
}
export type KeptLoose = readonly (readonly [key: string, loose: Loose])[];

interface Around {
  readonly columns: () => Columns;
  readonly views: Views;
  readonly times: ChangeTimes;
  readonly told: CountsTold;
}

export class LinkOverlay {
  readonly #around: Around;
  readonly #loose = new Map<string, Loose>();

  constructor(around: Around) {
    this.#around = around;
  }

  toKeep(): KeptLoose {
    return [...this.#loose];
  }

  /** Responses that hold links which wait for their issue, and were made by a rule. */
  looseByRules(rules: ReadonlySet<string>): readonly string[] {
    const { linkSets } = this.#around.columns();
    const keys = [...this.#loose].filter(([, { code }]) =>
      linkSets.at(code).rules.some((rule) => rules.has(rule)),
    );
    return [...new Set(keys.map(([key]) => key.slice(0, key.indexOf('#'))))];
  }

  take(kept: KeptLoose): void {
    for (const [key, loose] of kept) this.#loose.set(key, loose);
  }

  clear(): void {
    this.#loose.clear();
  }

  /** What an issue is linked to now; it may come before the issue itself, late, or twice. */
  put(links: IssueLinks): void {
    const { response, issue, version, changedAt } = links;
    if (!isId(response)) return;
    const columns = this.#around.columns();
    const place = columns.find(toId(response));
    const at = place && placeOfIssue(columns, place, issue);
    const { size } = columns.linkSets;
    const code = columns.linkSets.code(links);
    if (place && at !== undefined) this.#putAt(place, at, { code, version }, changedAt);
    else this.#wait(issueKey(response, issue), { code, version });
    if (columns.linkSets.size > size) this.#around.views.dropProvisional();
  }

  #putAt(place: RowPlace, at: number, { code, version }: Loose, changedAt: Date): void {
    const { columns, views, times, told } = this.#around;
    const { shelf, number } = place;
    if (version <= (shelf.linkVersion[at] ?? 0)) return;
    times.note(number, changedAt);
    views.change(place, () => {
      shelf.link[at] = code;
    });
    shelf.linkVersion[at] = version;
    told.tellOf(columns(), place, changedAt);
  }

  #wait(key: string, loose: Loose): void {
    if (loose.version > (this.#loose.get(key)?.version ?? 0)) this.#loose.set(key, loose);
  }

  /** The row as it is to stand in the place of another: with the links of the issues that are in both, and those that waited. */
  carried(id: string, before: RowPlace | undefined, row: FactRow): FactRow {
    const columns = this.#around.columns();
    if (before) this.#loosen(columns, id, before);
    if (this.#loose.size === 0) return row;
    const found = row.issueIds.map((code) => {
      const key = issueKey(id, columns.issueIds.text(code));
      const loose = this.#loose.get(key);
      this.#loose.delete(key);
      return loose;
    });
    return {
      ...row,
      links: found.map((loose) => loose?.code ?? 0),
      linkVersions: found.map((loose) => loose?.version ?? 0),
    };
  }

  /** Everything that one response is linked to, by the ids of its issues; only what is not empty. */
  of(response: string): ReadonlyMap<string, LinkSet> {
    const columns = this.#around.columns();
    const all = new Map<string, LinkSet>();
    const place = isId(response) ? columns.find(toId(response)) : undefined;
    if (!place) return all;
    const { shelf, r } = place;
    for (let i = shelf.start[r] ?? 0; i < (shelf.start[r + 1] ?? 0); i++) {
      const code = shelf.link[i] ?? 0;
      if (code === 0) continue;
      const { rules: _rules, ...set } = columns.linkSets.at(code);
      all.set(columns.issueIds.text(shelf.issueId[i] ?? 0), set);
    }
    return all;
  }

  /** How one issue is linked in the columns, and by which version of what is stored; undefined: it does not stand there. */
  standing(response: string, issue: string): (CountedLinks & { version: number }) | undefined {
    const columns = this.#around.columns();
    const place = columns.find(toId(response));
    const at = place && placeOfIssue(columns, place, issue);
    if (!place || at === undefined) return undefined;
    const { link, linkVersion } = place.shelf;
    return { ...columns.linkSets.at(link[at] ?? 0), version: linkVersion[at] ?? 0 };
  }

  /** Makes an issue count as its links are stored, whatever was heard of them; undefined: nothing is stored. */
  mend(response: string, issue: string, stored: IssueLinks | undefined): void {
    const columns = this.#around.columns();
    const place = columns.find(toId(response));
    const at = place && placeOfIssue(columns, place, issue);
    if (!place || at === undefined) return;
    // below every version that is stored, so that what is stored comes after it
    place.shelf.linkVersion[at] = -1;
    const nothing = { subPlans: [], projects: [], rules: [], fitsNone: false, version: 0 };
    this.put(stored ?? { ...nothing, response, issue, changedAt: this.#around.told.asOf });
  }

  /** The ids of the issues that stand in a response, as it is counted. */
  issuesOf(response: string): readonly string[] {
    const columns = this.#around.columns();
    const place = columns.find(toId(response));
    if (!place) return [];
    const { shelf, r } = place;
    const codes = shelf.issueId.subarray(shelf.start[r], shelf.start[r + 1]);
    return [...codes].map((code) => columns.issueIds.text(code));
  }

  #loosen(columns: Columns, id: string, { shelf, r }: RowPlace): void {
    for (let i = shelf.start[r] ?? 0; i < (shelf.start[r + 1] ?? 0); i++) {
      const version = shelf.linkVersion[i] ?? 0;
      if (version === 0) continue;
      const key = issueKey(id, columns.issueIds.text(shelf.issueId[i] ?? 0));
      this.#loose.set(key, { code: shelf.link[i] ?? 0, version });
    }
  }
}

function placeOfIssue(
  { issueIds }: Columns,
  { shelf, r }: RowPlace,
  issue: string,
): number | undefined {
  const code = issueIds.find(issue);
  if (code === undefined) return undefined;
  const end = shelf.start[r + 1] ?? 0;
  for (let i = shelf.start[r] ?? 0; i < end; i++) if (shelf.issueId[i] === code) return i;
  return undefined;
}
