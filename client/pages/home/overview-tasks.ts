// What a planner or an administrator should know before trusting the figures.

import type { CountsOf } from '../../../shared/api/figures.ts';
import { silentProvinces } from '../../../shared/figures/by-province.ts';
import { formatNumber } from '../../i18n/format.ts';
import { grammar } from '../../i18n/grammar.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { placeName } from '../../i18n/names.ts';
import type { Task } from './TaskList.tsx';

const named = 5;

export function silentTask(reply: CountsOf<'by-province'>, t: Messages, lang: Lang): Task[] {
  const silent = silentProvinces(reply);
  if (silent.length === 0) return [];
  const words = t.home.tasks;
  const names = silent
    .slice(0, named)
    .map(({ code }) => placeName(code, lang))
    .join(grammar[lang].betweenPlaces);
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

export function countingTasks({ strip }: CountsOf<never>, t: Messages): Task[] {
  const words = t.home.tasks;
  const pending: Task = {
    key: 'pending',
    count: strip.pending,
    title: words.pending,
    text: words.pendingWhy,
    href: '#/responses?status=pending',
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
