// From the press of "save and send" until the set is on the device: what is asked before, and what is waited for.
import { useEffect, useState } from 'preact/hooks';
import type { FormValues } from './form-values.ts';
import type { PhotosMaking } from './photos-making.ts';

/** `photos`: one is still being made; `waits`: for the rules, on their way */
export type Sending = 'no' | 'photos' | 'waits' | 'busy' | 'failed';

interface Submitting {
  /** shows what is wrong; true when nothing is */
  readonly tryToSend: () => boolean;
  /** whether something is to be asked before: once, then it goes as it is */
  readonly asks: () => boolean;
  readonly making: PhotosMaking;
  /** the rules are here */
  readonly isReady: boolean;
  /** rejects when this device cannot keep the set */
  readonly send: () => Promise<void>;
}

/** `values`: what a press is about. */
export function useSubmit(
  values: FormValues,
  { tryToSend, asks, making, isReady, send }: Submitting,
) {
  const [sending, setSending] = useState<Sending>('no');
  const [isAsked, setAsked] = useState(false);
  const go = async () => {
    if (!isReady) return setSending('waits');
    if (!tryToSend()) return setSending('no');
    if (!isAsked && asks()) {
      setAsked(true);
      return setSending('no');
    }
    if (making.count > 0) return setSending('photos');
    setSending('busy');
    await send().catch(() => setSending('failed'));
  };
  // they have come, and are named by now; where one has not, its field says why, and nothing goes without it unseen
  useEffect(() => {
    if (sending !== 'photos') return;
    if (making.failed > 0) setSending('no');
    else if (making.count === 0) void go();
  }, [sending, making.failed, making.count]);
  useEffect(() => {
    if (sending === 'waits' && isReady) void go();
  }, [sending, isReady]);
  // it goes on being filled in: it is pressed again then
  useEffect(() => {
    if (sending === 'waits') setSending('no');
  }, [values]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (sending === 'busy' || sending === 'photos' || sending === 'waits') return;
    making.forget();
    void go();
  };
  return { sending, isAsked, submit };
}
