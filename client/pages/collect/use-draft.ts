// Every change goes into the device's memory at once; changes that come while it writes go in together after it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RawResponse } from '../../../shared/survey/response.ts';
import { type Draft, writeDraft } from '../../data/outbox-store.ts';

export interface DraftState {
  /** epoch milliseconds; null = nothing typed yet */
  readonly savedAt: number | null;
  readonly failed: boolean;
}

type Kept = Omit<Draft, 'values' | 'changedAt'>;

/** `values` without personal data, or null while nothing was typed. */
export function useDraft(kept: Kept, values: RawResponse | null): DraftState {
  const [state, setState] = useState<DraftState>({ savedAt: null, failed: false });
  const next = useRef<Draft | null>(null);
  const writing = useRef(false);
  const text = values && JSON.stringify(values);

  // `text` is what `values` says
  useEffect(() => {
    if (!values) return;
    next.current = { ...kept, values, changedAt: Date.now() };
    if (!writing.current) void writeAll();
  }, [text, kept.id]);

  async function writeAll(): Promise<void> {
    writing.current = true;
    while (next.current) {
      const draft = next.current;
      next.current = null;
      const isKept = await writeDraft(draft).catch(() => false);
      setState({ savedAt: isKept ? draft.changedAt : null, failed: !isKept });
    }
    writing.current = false;
  }
  return state;
}
