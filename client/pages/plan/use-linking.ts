// What is done at the workbench: one act at a time for a whole group, and the last one taken back.
import { useState } from 'preact/hooks';
import type { LinkGroup } from '../../../shared/api/links.ts';
import { paths } from '../../../shared/api/paths.ts';
import { type ApiProblem, api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';

export interface Linked {
  readonly group: LinkGroup;
  /** `none`: it fits no sub-plan */
  readonly subPlan: string;
  readonly issues: readonly string[];
}

export interface Linking {
  readonly busy: boolean;
  readonly failure: ApiProblem | null;
  /** keys of groups that were linked or skipped */
  readonly passed: ReadonlySet<string>;
  readonly last: Linked | null;
  link(
    group: LinkGroup,
    subPlan: string,
    more: { reason: string; issues: readonly string[] },
  ): void;
  skip(group: LinkGroup): void;
  undo(): void;
}

export function useLinking(survey: string): Linking {
  const { busy, failure, send } = useSending();
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly Linked[]>([]);
  const pass = (key: string) => setPassed((before) => new Set([...before, key]));
  const link: Linking['link'] = async (group, subPlan, { reason, issues }) => {
    const isSuggested = group.suggestions.some((one) => one.subPlan === subPlan);
    const body = {
      issues,
      subPlan,
      reason: reason.trim() || null,
      how: isSuggested ? 'suggestion' : 'hand',
    };
    const made = await send(() => api(paths.links(survey), { method: 'POST', body }));
    if (!made) return;
    setDone((before) => [...before, { group, subPlan, issues }]);
    pass(group.key);
  };
  const undo = async () => {
    const last = done.at(-1);
    if (!last) return;
    const { group, subPlan, issues } = last;
    const body = { issues, subPlan };
    const taken = await send(() => api(paths.links(survey), { method: 'DELETE', body }));
    if (!taken) return;
    setDone((before) => before.slice(0, -1));
    setPassed((before) => new Set([...before].filter((key) => key !== group.key)));
  };
  return {
    busy,
    failure,
    passed,
    last: done.at(-1) ?? null,
    link: (...given) => void link(...given),
    skip: (group) => pass(group.key),
    undo: () => void undo(),
  };
}
