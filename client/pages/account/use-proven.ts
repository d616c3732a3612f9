// What asks for a proof first: it is tried, and when the server wants one, tried again after that.
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';

export function useProven(work: () => Promise<void>) {
  const { busy, failure, send } = useSending();
  const [isClosed, setClosed] = useState(false);
  const isAsked = failure?.type === 'proof-needed';
  const go = () => {
    setClosed(false);
    void send(work);
  };
  const asked: ApiProblem | null = isAsked && !isClosed ? failure : null;
  return {
    busy,
    /** what it failed with, but for that a proof is needed */
    failure: isAsked ? null : failure,
    go,
    proof: { asked, onProven: go, onClose: () => setClosed(true) },
  };
}
