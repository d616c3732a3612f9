import { useState } from 'preact/hooks';
import { ApiProblem } from './api.ts';

/** One thing at a time is sent; `failure` is what the last one was answered. */
export function useSending() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  /** undefined: it failed, and `failure` says why */
  const send = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setFailure(null);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFailure(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, send };
}
