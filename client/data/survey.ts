// The survey round people work in: the newest open one, else the newest. Kept on this device for the field.
import { paths } from '../../shared/api/paths.ts';
import type { Survey } from '../../shared/api/surveys.ts';
import type { Question } from '../../shared/survey/definition.ts';
import { ApiProblem, api } from './api.ts';
import { createWatched, useWatched } from './watched.ts';

export interface CurrentSurvey {
  readonly survey: Survey | null;
  /** why there is none, when it could not be read */
  readonly error: ApiProblem | null;
}

const key = 'rabfang.survey';

/** what a survey did not say that was kept here before surveys were rounds */
const unsaid: Partial<Survey> = { state: 'open', stateReason: null, strategies: [], subPlans: [] };

function remembered(): Survey | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Survey | null;
    return kept && { ...unsaid, ...kept };
  } catch {
    return null;
  }
}

const store = createWatched<CurrentSurvey>({ survey: remembered(), error: null });

/** Reads the rounds again; the remembered one stays when the server cannot be reached. */
export async function refreshSurvey(): Promise<void> {
  try {
    const { items } = await api(paths.surveys());
    const newestFirst = items.toSorted((a, b) => (b.opensAt ?? '').localeCompare(a.opensAt ?? ''));
    const survey = newestFirst.find((one) => one.open) ?? newestFirst[0] ?? null;
    localStorage.setItem(key, JSON.stringify(survey));
    store.set({ survey, error: null });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    store.set({ survey: store.get().survey, error });
  }
}

/** The questions of the survey as it is known now, outside of a component. */
export function surveyQuestions(): readonly Question[] {
  // on the wire a kind is any text, since old pages may meet new kinds; those are passed over
  return (store.get().survey?.questions ?? []) as readonly Question[];
}

export function useSurvey(): CurrentSurvey {
  return useWatched(store);
}
