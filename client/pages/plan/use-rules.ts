// The rules of a round: read again while one is at work, saved, switched, and the last switch undone.
import { useEffect, useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { NewRule, Rule, RulePreview, RuleState } from '../../../shared/api/rules.ts';
import { ApiProblem, api } from '../../data/api.ts';
import { useQuery } from '../../data/use-query.ts';
import { useSending } from '../../data/use-sending.ts';

const workingMs = 1500;
/** while somebody types */
const restMs = 500;

export function useRules(survey: string) {
  const { data, error, refetch } = useQuery(paths.rules(survey));
  const { busy, failure, send } = useSending();
  const [last, setLast] = useState<Rule | null>(null);
  const isWorking = data?.items.some(({ progress }) => progress !== null) ?? false;
  useEffect(() => {
    if (!isWorking) return;
    const timer = setTimeout(refetch, workingMs);
    return () => clearTimeout(timer);
  }, [isWorking, data]);
  const change = async ({ id }: Pick<Rule, 'id'>, body: object): Promise<Rule | undefined> => {
    const changed = await send(() => api(paths.rule(survey, id), { method: 'PATCH', body }));
    refetch();
    return changed;
  };
  const switchTo = async (rule: Rule, state: RuleState) => {
    const changed = await change(rule, { version: rule.version, state });
    if (changed) setLast(changed);
    return changed !== undefined;
  };
  const save = async (rule: Rule | null, terms: NewRule) => {
    if (rule) return (await change(rule, { ...terms, version: rule.version })) !== undefined;
    const made = await send(() => api(paths.rules(survey), { method: 'POST', body: terms }));
    refetch();
    return made !== undefined;
  };
  return { data, error, refetch, busy, failure, last, switchTo, save };
}
export type Rules = ReturnType<typeof useRules>;

interface Previewing {
  readonly preview: RulePreview | null;
  readonly looking: boolean;
  readonly failure: ApiProblem | null;
}

/** What a rule that is being written would link, a moment after the last key. */
export function usePreviewOf(survey: string, terms: NewRule | undefined): Previewing {
  const [state, setState] = useState<Previewing>({ preview: null, looking: false, failure: null });
  const asked = terms && JSON.stringify(terms);
  useEffect(() => {
    if (!asked) return setState({ preview: null, looking: false, failure: null });
    setState((before) => ({ ...before, looking: true }));
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ dryRun: 'true' });
      const body = JSON.parse(asked);
      api(paths.rules(survey), { method: 'POST', query, body, signal: abort.signal }).then(
        (said) => 'looked' in said && setState({ preview: said, looking: false, failure: null }),
        (error: unknown) => {
          if (abort.signal.aborted || !(error instanceof ApiProblem)) return;
          setState({ preview: null, looking: false, failure: error });
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [survey, asked]);
  return state;
}
