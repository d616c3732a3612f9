import type { Response } from '../../../shared/api/responses.ts';
import { surveyQuestions } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { pointerText } from '../../i18n/pointer-text.ts';

/** The words for pointers into one response. */
export function usePointerWords({ issues }: Response): (pointer: string) => string | undefined {
  const speech = useI18n();
  const pointed = { issues: issues.length, questions: surveyQuestions() };
  return (pointer) => pointerText(pointer, pointed, speech);
}
