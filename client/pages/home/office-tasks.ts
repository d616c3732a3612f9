// What waits for an office: rows to fix, responses to review, uploads that were cut off.
import type { Batch } from '../../../shared/api/batches.ts';
import type { PageOfPeople } from '../../../shared/api/people.ts';
import { rowsToFix } from '../../data/batch-state.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.ts';
import { violationTitle } from '../../i18n/violation-text.ts';
import { withRowsToFix } from './home-data.ts';
import type { Task } from './TaskList.tsx';

export function fixTask(batches: readonly Batch[], t: Messages): Task[] {
  const [newest, ...others] = withRowsToFix(batches);
  if (!newest) return [];
  const words = t.home.tasks;
  const most = Object.entries(newest.errors)
    .filter(([code]) => code !== 'outside-scope')
    .sort((a, b) => b[1] - a[1])[0];
  const reasons = most ? words.toFixMost(violationTitle(most[0], t)) : '';
  const more = others.length > 0 ? ` · ${words.toFixMore(formatNumber(others.length))}` : '';
  return [
    {
      key: 'toFix',
      count: rowsToFix(newest),
      tone: 'error',
      title: words.toFix(newest.name),
      text: words.toFixWhy(newest.receipt, reasons) + more,
      href: `#/batches/${newest.id}`,
      action: words.toFixDo,
    },
  ];
}

/** `notCounted`: how many of them do not count yet, once that is known */
export function reviewTask(total: number, notCounted = 0, t: Messages): Task[] {
  if (total === 0) return [];
  const words = t.home.tasks;
  return [
    {
      key: 'review',
      count: total,
      title: words.review,
      text: reviewText(total, Math.min(notCounted, total), t),
      href: '#/review',
      action: words.reviewDo,
    },
  ];
}

function reviewText(total: number, notCounted: number, t: Messages): string {
  const words = t.home.tasks;
  if (notCounted === 0) return words.reviewCounts;
  if (notCounted === total) return words.reviewPending;
  return words.reviewPart(formatNumber(total - notCounted), formatNumber(notCounted));
}

export function interruptedTask(batches: readonly Batch[], t: Messages): Task[] {
  const interrupted = batches.filter(({ state }) => state === 'interrupted');
  const newest = interrupted[0];
  if (!newest) return [];
  const words = t.home.tasks;
  return [
    {
      key: 'interrupted',
      count: interrupted.length,
      tone: 'warning',
      title: words.interrupted,
      text: words.interruptedWhy(newest.name, formatNumber(newest.counts.rows)),
      href: `#/batches/${newest.id}`,
      action: words.interruptedDo,
    },
  ];
}

export function uploadTask(t: Messages): Task {
  const words = t.home.tasks;
  return {
    key: 'upload',
    count: null,
    title: words.upload,
    text: words.uploadWhy,
    href: '#/batches/new',
    action: words.uploadDo,
  };
}

const named = 3;

/** Who was invited and let the link expire. */
export function expiredTask(page: PageOfPeople | undefined, t: Messages): Task[] {
  const count = page?.counts?.expired ?? 0;
  if (!page || count === 0) return [];
  const words = t.home.tasks;
  const shown = page.items.slice(0, named);
  const names = shown.map(({ name }) => name).join(' · ');
  const more = count - shown.length;
  return [
    {
      key: 'expired',
      count,
      tone: 'warning',
      title: words.expired,
      text: more > 0 ? words.expiredMore(names, formatNumber(more)) : words.expiredWhy(names),
      href: '#/admin/people?state=expired',
      action: words.expiredDo,
    },
  ];
}
