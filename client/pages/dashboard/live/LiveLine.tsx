// Says that numbers have changed by themselves: words only, nothing moves. A screen reader hears it at most every 10 s.
import { useEffect, useRef } from 'preact/hooks';
import type { CountsOf } from '../../../../shared/api/figures.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { refresh, triangleAlert } from '../../../ui/icons.ts';
import type { LiveFigures } from './use-live-figures.ts';
import './live.css';

const quietMs = 10_000;

export function LiveLine({ figures }: { readonly figures: LiveFigures }) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const { reply, before, problem, following } = figures;
  const change = reply !== null && before !== null ? changeOf(before, reply, speech) : null;
  useQuietly(change);
  if (reply === null) return null;
  const doubt =
    problem !== null
      ? words.notUpdated(formatInstant(reply.asOf, speech.lang))
      : reply.seenUntil && words.behind(formatInstant(reply.seenUntil, speech.lang));
  if (doubt) {
    return (
      <p class="live warning">
        <Icon of={triangleAlert} small />
        {doubt}
      </p>
    );
  }
  return (
    <p class="live no-print">
      <Icon of={refresh} small />
      <span>
        {following === 'live' ? words.live : words.polling}
        {change !== null && <b> · {change}</b>}
      </span>
    </p>
  );
}

function changeOf(before: CountsOf<never>, now: CountsOf<never>, { t }: Speech): string {
  const words = t.dashboard;
  const signed = (n: number) => `${n > 0 ? '+' : '−'}${formatNumber(Math.abs(n))}`;
  const issues = now.strip.issues - before.strip.issues;
  const responses = now.strip.responses - before.strip.responses;
  const parts = [
    responses !== 0 && words.changedResponses(signed(responses)),
    issues !== 0 && words.changedIssues(signed(issues)),
  ].filter((part) => part !== false);
  return words.changed(parts.length > 0 ? parts.join(' ') : words.changedValues);
}

function useQuietly(change: string | null): void {
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (change === null) return;
    const wait = Math.max(0, saidAt.current + quietMs - performance.now());
    const timer = setTimeout(() => {
      saidAt.current = performance.now();
      announce(change);
    }, wait);
    return () => clearTimeout(timer);
  }, [change]);
}
