// What a planner or an administrator should know before trusting the figures.
import type { FiguresReply } from '../../../shared/api/figures.ts';
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { placesOf } from './home-data.ts';
import type { Task } from './TaskList.tsx';

const named = 5;

export function silentTask(reply: FiguresReply, scope: Scope, t: Messages, lang: Lang): Task[] {
  const silent = placesOf(scope, reply).filter(({ issues }) => issues === 0);
  if (silent.length === 0) return [];
  const words = t.home.tasks;
  const names = silent
    .slice(0, named)
    .map((place) => (lang === 'th' ? place.nameTh : place.nameEn))
    .join(lang === 'th' ? ' ' : ', ');
  const more = silent.length - named;
  return [
    {
      key: 'silent',
      count: silent.length,
      tone: 'warning',
      title: words.silent,
      text: more > 0 ? words.silentMore(names, formatNumber(more)) : names,
      href: '#/',
      action: words.silentDo,
    },
  ];
}

export function countingTasks({ strip }: FiguresReply, survey: Survey, t: Messages): Task[] {
  const words = t.home.tasks;
  const pending: Task = {
    key: 'pending',
    count: strip.pending,
    title: words.pending,
    text: words.pendingWhy,
    // what citizens report themselves waits for approval in every survey
    href: survey.countApprovedOnly
      ? '#/responses?status=received'
      : '#/responses?status=received&channel=citizen',
    action: words.pendingDo,
  };
  const unmatched: Task = {
    key: 'unmatched',
    count: strip.unmatched,
    title: words.unmatched,
    text: words.unmatchedWhy,
    href: '#/responses?strategy=none',
    action: words.unmatchedDo,
  };
  return [pending, unmatched].filter(({ count }) => count !== 0);
}

export function dashboardTask(t: Messages): Task {
  const words = t.home.tasks;
  return {
    key: 'dashboard',
    count: null,
    title: words.dashboard,
    text: words.dashboardWhy,
    href: '#/',
    action: words.dashboardDo,
  };
}
