import type { RulePreview } from '../../../shared/api/rules.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { MarkedWords } from './MarkedWords.tsx';

/** What a rule would link: how many, what it leaves alone, and the words in examples. */
export function RulePreviewLines({ preview }: { readonly preview: RulePreview }) {
  const { t } = useI18n();
  const words = t.plan.rules;
  const { issues, wouldLink, already, otherwise, responses, looked, of, examples } = preview;
  const about = Math.round((wouldLink * of) / Math.max(1, looked));
  return (
    <div class="rule-preview">
      <p>
        <strong>{wouldLink > 0 ? words.would(formatNumber(wouldLink)) : words.nothing}</strong>
      </p>
      {issues > 0 && (
        <p class="small">{words.found(formatNumber(issues), formatNumber(responses))}</p>
      )}
      {looked < of && (
        <p class="small">
          {words.sample(formatNumber(looked), formatNumber(of), formatNumber(about))}
        </p>
      )}
      {already > 0 && <p class="small">{words.already(formatNumber(already))}</p>}
      {otherwise > 0 && <p class="small">{words.otherwise(formatNumber(otherwise))}</p>}
      {examples.length > 0 && (
        <>
          <h3 class="mt4">{words.examples}</h3>
          <ul class="examples small">
            {examples.map(({ response, title, marks }, at) => (
              <li key={`${response} ${at}`}>
                <a href={`#/responses/${response}`}>
                  <MarkedWords text={title} words={marks} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
