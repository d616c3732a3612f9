// Works the queue: asks for more before it runs out, sends decisions while the next one is read, takes the last one back.
import { useEffect, useRef, useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { ApiProblem, api } from '../../data/api.ts';
import { newId } from '../../data/new-id.ts';
import * as machine from './review-desk.ts';

export interface ReviewDesk {
  readonly desk: machine.ReviewQueueState;
  /** how many wait, those that are not loaded too; undefined until it is known */
  readonly left: number | undefined;
  readonly loading: boolean;
  readonly problem: ApiProblem | null;
  /** what could not be taken back, and why */
  readonly notUndone: ApiProblem | null;
  open(id: string): void;
  move(by: 1 | -1): void;
  decide(response: Response, verdict: machine.Verdict): void;
  undo(): void;
  reload(): void;
}

const pageSize = 50;
/** asked for more when fewer are left */
const few = 15;

interface Paging {
  readonly next: string | null;
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly problem: ApiProblem | null;
}
const unread: Paging = { next: null, total: undefined, loading: true, problem: null };

type Change = (change: (desk: machine.ReviewQueueState) => machine.ReviewQueueState) => void;

/** Pages of the queue: the first one, and more before they run out. */
function useQueuePages(survey: string, filters: string, few: boolean, setDesk: Change) {
  const [paging, setPaging] = useState(unread);
  const load = async (after: string | null) => {
    setPaging((now) => ({ ...now, loading: true, problem: null }));
    const query = `${filters}&limit=${pageSize}${after ? `&after=${after}` : ''}`;
    const page = await failing(api(withQuery(paths.review(survey), query)));
    if (page instanceof ApiProblem)
      return setPaging((now) => ({ ...now, loading: false, problem: page }));
    setDesk((now) => machine.take(now, page.items));
    const { next, total } = page;
    setPaging((now) => ({
      next,
      total: after ? now.total : total,
      loading: false,
      problem: null,
    }));
  };
  const isShort = few && paging.next !== null && !paging.problem;
  useEffect(() => {
    if (isShort && !paging.loading) void load(paging.next);
  }, [isShort, paging.loading]);
  return { ...paging, loadFirst: () => load(null) };
}

/** The stored response, or why it was not stored. */
function sendDecision({ id, decision, reason, pointer, response }: machine.Decided) {
  const { survey, version } = response;
  const said = { reason: reason.trim() || null, ...(pointer && { pointer }) };
  const body = { id, decision, ...said, version };
  return failing(api(paths.decisions(survey, response.id), { method: 'POST', body }));
}

function takeBack({ id, response }: machine.Decided) {
  return failing(api(paths.decision(response.survey, response.id, id), { method: 'DELETE' }));
}

const wayThrough = (setDesk: Change) => ({
  open: (id: string) => setDesk((now) => machine.open(now, id)),
  move: (by: 1 | -1) => setDesk((now) => machine.moveOn(now, by)),
});

export function useReviewDesk(survey: string, filters: string): ReviewDesk {
  const [desk, setDesk] = useState(machine.emptyReviewQueue);
  const [notUndone, setNotUndone] = useState<ApiProblem | null>(null);
  /** how many of what the server counted as waiting are decided here */
  const [since, setSince] = useState(0);
  /** by the ids of decisions: what they are answered, once */
  const answers = useRef(new Map<string, Promise<Response | null>>());
  const pages = useQueuePages(survey, filters, desk.items.length < few, setDesk);
  const { total, loading, problem } = pages;
  const reload = () => {
    setDesk((now) => ({ ...machine.emptyReviewQueue, decided: now.decided }));
    setSince(0);
    void pages.loadFirst();
  };
  // another survey, other filters: another queue
  useEffect(reload, [survey, filters]);

  const send = async (decided: machine.Decided): Promise<Response | null> => {
    const answer = await sendDecision(decided);
    if (!(answer instanceof ApiProblem)) return answer;
    setSince((n) => n - 1);
    const { current = decided.response } = answer.details as { readonly current?: Response }; // of a conflict
    setDesk((now) => machine.bringBack(now, { ...decided, response: current }, answer));
    return null;
  };
  const undo = async () => {
    const last = desk.decided.at(-1);
    setNotUndone(null);
    // it may still be on its way
    if (!last || !(await answers.current.get(last.id))) return;
    const back = await takeBack(last);
    if (back instanceof ApiProblem) return setNotUndone(back);
    setSince((n) => n - 1);
    setDesk((now) => machine.undone(now, last, back));
  };
  const decide = (response: Response, verdict: machine.Verdict) => {
    const decided = { ...verdict, id: newId(), response };
    setNotUndone(null);
    setSince((n) => n + 1);
    setDesk((now) => machine.decideOn(now, decided));
    answers.current.set(decided.id, send(decided));
  };
  return {
    desk,
    left: total === undefined ? undefined : Math.max(0, total - since),
    loading,
    problem,
    notUndone,
    ...wayThrough(setDesk),
    decide,
    undo: () => void undo(),
    reload,
  };
}

async function failing<T>(work: Promise<T>): Promise<T | ApiProblem> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
}
