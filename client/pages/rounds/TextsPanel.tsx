import type { RoundDraft } from '../../../shared/api/rounds.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { strategyName } from '../../i18n/names.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { RoundValues } from './round-values.ts';

interface TextsPanelProps {
  readonly draft: RoundDraft;
  readonly values: RoundValues;
  readonly onChange: (part: Partial<RoundValues>) => void;
}

/** What respondents are told, and what people call the strategies. */
export function TextsPanel({ draft, values, onChange }: TextsPanelProps) {
  const { t, lang } = useI18n();
  const words = t.rounds;
  const area = (of: 'welcome' | 'notice', member: 'textTh' | 'textEn', label: string) => (
    <TextArea
      label={label}
      rows={3}
      value={values[of][member]}
      maxLength={of === 'welcome' ? 2000 : 10_000}
      onInput={(text) => onChange({ [of]: { ...values[of], [member]: text } })}
    />
  );
  const { version } = draft.content.privacyNotice;
  return (
    <>
      <section class="panel mt4" aria-labelledby="round-texts">
        <h2 id="round-texts">{words.texts}</h2>
        {version > 0 && <p class="small muted">{words.notice(formatNumber(version))}</p>}
        <div class="round-two">
          {area('welcome', 'textTh', words.welcomeTh)}
          {area('welcome', 'textEn', words.welcomeEn)}
          {area('notice', 'textTh', words.noticeTh)}
          {area('notice', 'textEn', words.noticeEn)}
        </div>
      </section>
      <section class="panel mt4" aria-labelledby="round-strategies">
        <h2 id="round-strategies">{words.strategies}</h2>
        <p class="small muted">{words.wordsHint}</p>
        <div class="round-two">
          {strategies.map((id) => (
            <TextInput
              key={id}
              label={strategyName(id, lang)}
              value={values.words[id] ?? ''}
              onInput={(text) => onChange({ words: { ...values.words, [id]: text } })}
            />
          ))}
        </div>
        <p class="small muted mt2">
          {words.questions(formatNumber(draft.content.questions.length))}
        </p>
      </section>
    </>
  );
}
