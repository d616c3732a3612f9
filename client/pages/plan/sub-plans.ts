// The sub-plans of all rounds, each once: what projects can belong to, and what they are called.
import type { Survey } from '../../../shared/api/surveys.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';

type SubPlan = Survey['subPlans'][number];

export interface SubPlanWords {
  /** in the order of their codes, those of the newest round first where several have one id */
  readonly all: readonly SubPlan[];
  /** `1.2 name`, or its code alone in words */
  nameOf(id: string): string;
}

/** of a slot that nobody has named yet, the name is empty */
const unnamed = { nameTh: '', nameEn: null };

export function useSubPlans(): SubPlanWords {
  const { surveys } = useSurvey();
  const { t, lang } = useI18n();
  const known = new Map<string, SubPlan>();
  for (const one of surveys.flatMap(({ subPlans }) => subPlans))
    if (nameIn(known.get(one.id) ?? unnamed, lang) === '') known.set(one.id, one);
  const collator = new Intl.Collator('en', { numeric: true });
  const all = [...known.values()].sort((a, b) => collator.compare(a.code, b.code));
  const nameOf = (id: string) => {
    const one = known.get(id);
    const name = one ? nameIn(one, lang) : '';
    return one && name !== '' ? `${one.code} ${name}` : t.plan.unnamed(one?.code ?? id);
  };
  return { all, nameOf };
}
