import { nameIn } from '../../shared/text/names.ts';
import { useSurvey } from '../data/survey.ts';
import { useI18n } from '../i18n/i18n.ts';
import { notOpenText } from '../i18n/round-text.ts';
import type { PageAddress } from '../router.ts';
import { switchRound } from '../switch-round.ts';
import { Icon } from './Icon.tsx';
import { chevronDown } from './icons.ts';
import { Notice } from './Notice.tsx';
import './round-bar.css';

/** Under the top bar of pages that show one round: which, another one to choose, and that it is closed. */
export function RoundBar({ place }: { readonly place: PageAddress }) {
  const { survey, surveys, unknown } = useSurvey();
  const speech = useI18n();
  const { t, lang } = speech;
  const { path, query } = place;
  if (!survey) return null;
  const closed = notOpenText(survey, speech, new Date());
  // the overview has its own choice among its filters, and the form says itself why it is not open
  const hasChoice = surveys.length > 1 && path !== '/';
  const isSaid = closed !== null && path !== '/' && path !== '/collect';
  if (!hasChoice && !isSaid && unknown === null) return null;
  return (
    <section class="round-bar no-print" aria-label={t.common.round.label}>
      <div class="wrap narrow">
        {hasChoice && (
          <label class="round-choice">
            <span>{t.common.round.label}</span>
            <span class="sel">
              <select
                value={survey.id}
                onChange={({ currentTarget }) => switchRound(currentTarget.value, path, query)}
              >
                {surveys.map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameIn(one, lang)}
                  </option>
                ))}
              </select>
              <Icon of={chevronDown} small />
            </span>
          </label>
        )}
        {isSaid && <p class="small">{closed}</p>}
        {unknown !== null && (
          <Notice kind="warning" live>
            <p>{t.common.round.unknown(unknown, nameIn(survey, lang))}</p>
          </Notice>
        )}
      </div>
    </section>
  );
}
