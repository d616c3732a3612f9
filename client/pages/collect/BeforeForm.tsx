import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import type { Lang } from '../../../shared/text/names.ts';
import { useI18n } from '../../i18n/i18n.ts';

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

interface Texts {
  readonly textTh: string;
  readonly textEn: string;
}

/** Where one language has none, the other is shown. */
const textIn: Readonly<Record<Lang, (texts: Texts) => string>> = {
  th: ({ textTh, textEn }) => textTh || textEn,
  en: ({ textTh, textEn }) => textEn || textTh,
};

/** kept on this device before a round had such texts */
const none = { textTh: '', textEn: '' };
