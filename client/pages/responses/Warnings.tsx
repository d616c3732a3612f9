import type { Response } from '../../../shared/api/responses.ts';
import { fieldAt } from '../../../shared/survey/fields/fields.ts';
import { fieldWords } from '../../../shared/survey/fields/words.ts';
import { labelIn } from '../../../shared/text/names.ts';
import { surveyQuestions } from '../../data/survey.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { violationText } from '../../i18n/violation-text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { triangleAlert } from '../../ui/icons.ts';

/** What the rules noticed; it was stored all the same. */
export function Warnings({ response }: { readonly response: Response }) {
  const { t, lang } = useI18n();
  const words = t.responses.one;
  /** `/issues/1/title` → “ปัญหาที่ 2 หัวข้อปัญหา”; the number only where there are several */
  const placeOf = (pointer: string) => {
    const [, list, index] = pointer.split('/');
    const own = surveyQuestions().find((question) => question.pointer === pointer);
    const field = fieldAt(pointer);
    const name = field ? fieldWords[field.name].name[lang] : own && labelIn(own, lang);
    const isOne = list !== 'issues' || response.issues.length === 1;
    return isOne ? name : [words.issueNo(formatNumber(Number(index) + 1)), name].join(' ');
  };
  return (
    <section class="panel">
      <h2>{words.warnings}</h2>
      {response.violations.length === 0 && <p class="muted mt2">{words.noWarnings}</p>}
      <ul class="list mt2">
        {response.violations.map((violation) => {
          const where = placeOf(violation.pointer);
          return (
            <li key={violation.code + violation.pointer} class="cmt">
              <Icon of={triangleAlert} />
              <span>
                {where && <b>{words.at(where)} </b>}
                {violationText(violation, t)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
