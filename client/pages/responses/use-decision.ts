// Sends a reviewer's decision. What was typed is kept whatever the answer is; sent again after no answer, it is taken once.
import { useRef, useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { NewDecision, Response } from '../../../shared/api/responses.ts';
import { ApiProblem, api } from '../../data/api.ts';
import { newId } from '../../data/new-id.ts';

export type Decision = NewDecision['decision'];

export interface Tried {
  readonly decision: Decision;
  readonly reason: string;
  /** the value that it is about */
  readonly pointer?: string;
}

export interface Conflict {
  readonly mine: Tried;
  /** as it is stored now */
  readonly stored: Response;
}

export interface DecisionState {
  readonly busy: boolean;
  /** what it has become by it */
  readonly done: Exclude<Response['status'], 'received'> | null;
  readonly failure: ApiProblem | null;
  readonly conflict: Conflict | null;
  /** true when it is stored */
  send(tried: Tried, version: number): Promise<boolean>;
  /** after a conflict: nothing of mine is stored */
  dismiss(): void;
}

const idle = { busy: false, done: null, failure: null, conflict: null };

export function useDecision(
  response: Response,
  onDecided: (response: Response) => void,
): DecisionState {
  const [state, setState] = useState<Omit<DecisionState, 'send' | 'dismiss'>>(idle);
  const { survey, id } = response;
  const named = useRef({ what: '', id: '' });
  const send = async (tried: Tried, version: number) => {
    setState({ ...idle, busy: true });
    const { decision, reason, pointer } = tried;
    try {
      const said = { decision, reason: reason.trim() || null, ...(pointer && { pointer }) };
      const body = { ...said, id: idOf(named, [id, said]), version } satisfies NewDecision;
      const decided = await api(paths.decisions(survey, id), { method: 'POST', body });
      named.current = { what: '', id: '' };
      setState({ ...idle, done: decided.status === 'received' ? decision : decided.status });
      onDecided(decided);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const stored = error.type === 'decision-conflict' ? await read(survey, id) : null;
      setState({
        ...idle,
        failure: stored ? null : error,
        conflict: stored && { mine: tried, stored },
      });
      return false;
    }
  };
  return { ...state, send, dismiss: () => setState(idle) };
}

/** The same for the same decision until it is answered: its first answer may have been lost. */
function idOf(named: { current: { what: string; id: string } }, decision: unknown): string {
  const what = JSON.stringify(decision);
  if (named.current.what !== what) named.current = { what, id: newId() };
  return named.current.id;
}

async function read(survey: string, id: string): Promise<Response | null> {
  try {
    return await api(paths.response(survey, id));
  } catch (error) {
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}
