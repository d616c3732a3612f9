// Which value of a response a pointer is about: `/issues/1/title` → “ปัญหาที่ 2 หัวข้อปัญหา”.
import type { Question } from '../../shared/survey/definition.ts';
import { fieldAt } from '../../shared/survey/fields/fields.ts';
import { fieldWords } from '../../shared/survey/fields/words.ts';
import { labelIn } from '../../shared/text/names.ts';
import { formatNumber } from './format.ts';
import type { Speech } from './i18n.ts';

interface Pointed {
  /** how many the response has: the number is said where there are several */
  readonly issues: number;
  readonly questions: readonly Pick<Question, 'pointer' | 'labelTh' | 'labelEn'>[];
}

export function pointerText(
  pointer: string,
  { issues, questions }: Pointed,
  { t, lang }: Speech,
): string | undefined {
  const [, list, index, member] = pointer.split('/');
  const own = questions.find((question) => question.pointer === pointer);
  const field = fieldAt(pointer);
  const name = field
    ? fieldWords[field.name].name[lang]
    : member === 'photos'
      ? t.common.photos
      : own && labelIn(own, lang);
  const isOne = list !== 'issues' || (issues === 1 && name !== undefined);
  return isOne
    ? name
    : [t.common.issueNo(formatNumber(Number(index) + 1)), name].filter(Boolean).join(' ');
}
