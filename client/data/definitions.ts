// A phone keeps the definitions that its drafts were begun under: what was begun under one is gone on with and sent under it.
import { paths, withQuery } from '../../shared/api/paths.ts';
import type { Survey } from '../../shared/api/surveys.ts';
import { api } from './api.ts';

const key = 'rabfang.definitions';
/** more rounds and versions than anybody has drafts of */
const most = 20;

type Named = Pick<Survey, 'id' | 'version'>;
const isSame = (one: Named, other: Named) => one.id === other.id && one.version === other.version;

export function keepDefinition(survey: Survey): void {
  const [newest, ...others] = kept();
  if (newest && isSame(newest, survey)) return;
  const all = [newest, ...others].filter((one) => one !== undefined && !isSame(one, survey));
  try {
    localStorage.setItem(key, JSON.stringify([survey, ...all].slice(0, most)));
  } catch {
    // without room for it the server is asked when it is needed
  }
}

function kept(): readonly Survey[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

/** What a draft was begun under; with neither this device nor the server knowing it, what there is now. */
export async function definitionOf(named: Named, now: Survey | undefined): Promise<Survey | null> {
  if (now && isSame(now, named)) return now;
  const before = kept().find((one) => isSame(one, named));
  if (before) return before;
  const asked = withQuery(paths.survey(encodeURIComponent(named.id)), { version: named.version });
  return await api(asked, { timeoutMs: 5000 }).catch(() => now ?? null);
}
