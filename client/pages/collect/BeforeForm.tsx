import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { textIn } from '../../i18n/text-in.ts';

/** What the office wants to be said first, and what respondents are told of their data: read out, and answered under. */
export function BeforeForm({ survey }: { readonly survey: SurveyDefinition }) {
  const { t, lang } = useI18n();
  const text = textIn[lang];
  const welcome = text(survey.welcome ?? none);
  const notice = text(survey.privacyNotice ?? none);
  if (welcome === '' && notice === '') return null;
  return (
    <section class="panel before-form" aria-label={t.collect.welcome}>
      {welcome && <p class="lines">{welcome}</p>}
      {notice && (
        <details>
          <summary>{t.collect.privacyNotice}</summary>
          <p class="lines">{notice}</p>
        </details>
      )}
    </section>
  );
}

/** kept on this device before a round had such texts */
const none = { textTh: '', textEn: '' };
