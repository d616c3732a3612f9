import type { Response } from '../../../shared/api/responses.ts';
import { fieldAt } from '../../../shared/survey/fields/fields.ts';
import { fieldWords } from '../../../shared/survey/fields/words.ts';
import { labelIn } from '../../../shared/text/names.ts';
import { surveyQuestions } from '../../data/survey.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';

/** `/issues/1/title` → “ปัญหาที่ 2 หัวข้อปัญหา”; the number only where there are several */
export function usePointerWords(response: Response): (pointer: string) => string | undefined {
  const { t, lang } = useI18n();
  return (pointer) => {
    const [, list, index] = pointer.split('/');
    const own = surveyQuestions().find((question) => question.pointer === pointer);
    const field = fieldAt(pointer);
    const name = field ? fieldWords[field.name].name[lang] : own && labelIn(own, lang);
    const isOne = list !== 'issues' || (response.issues.length === 1 && name !== undefined);
    return isOne
      ? name
      : [t.responses.one.issueNo(formatNumber(Number(index) + 1)), name].filter(Boolean).join(' ');
  };
}
