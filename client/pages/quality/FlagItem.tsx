import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { QualityFlag } from '../../../shared/api/quality.ts';
import { mostNamed } from '../../../shared/quality/flag.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { useFlagSentence } from '../../i18n/flag-sentence.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { running } from '../../ui/Running.tsx';
import { AsideForm } from './AsideForm.tsx';

interface FlagItemProps {
  readonly survey: string;
  readonly flag: QualityFlag;
  readonly onChanged: () => void;
}

/** One flag: its sentence, the responses behind it, and what somebody said of it. */
export function FlagItem({ survey, flag, onChanged }: FlagItemProps) {
  const { t, lang } = useI18n();
  const words = t.quality;
  const sentence = useFlagSentence(flag);
  const [asking, setAsking] = useState(false);
  const { busy, failure, send } = useSending();
  const path = paths.flagAside(survey, flag.id);
  const takeUp = async () => {
    const after = await send(() => api(path, { method: 'DELETE' }));
    if (!after) return;
    announce(words.takenUp);
    onChanged();
  };
  const done = () => {
    setAsking(false);
    announce(words.wasSetAside);
    onChanged();
  };
  const { aside } = flag;
  return (
    <>
      <p class="sentence">{running(sentence)}</p>
      {flag.cameBack && <p class="note">{words.cameBack}</p>}
      {aside && (
        <p class="small muted">
          {words.asideBy(aside.by, formatInstant(aside.at, lang))} · “{aside.reason}”
        </p>
      )}
      <FailureNotice of={failure} />
      <Behind flag={flag} />
      <p class="mt2">
        {aside ? (
          <Button dense busy={busy} onClick={() => void takeUp()}>
            {words.lookAgain}
          </Button>
        ) : (
          <Button dense onClick={() => setAsking(true)}>
            {words.setAside}
          </Button>
        )}
      </p>
      <Dialog open={asking} title={words.setAsideTitle} onClose={() => setAsking(false)}>
        <p class="mt2">{running(sentence)}</p>
        <AsideForm path={path} onDone={done} onCancel={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

/** Links to the responses. */
function Behind({ flag }: { readonly flag: QualityFlag }) {
  const { t } = useI18n();
  const words = t.quality;
  const { rule, responses, numbers } = flag;
  const { province, from, to } = numbers;
  return (
    <details class="behind">
      <summary>
        {rule === 'unusual-counts'
          ? words.responses(formatNumber(Number(numbers.count)))
          : words.responses(formatNumber(flag.cases))}
      </summary>
      <ul class="row wrapping">
        {responses.map((id, index) => (
          <li key={id}>
            <a href={`#/responses/${id}`}>{words.oneResponse(formatNumber(index + 1))}</a>
          </li>
        ))}
        {rule === 'unusual-counts' && (
          <li>
            <a href={`#/responses?province=${province}&from=${from}&to=${to}`}>{words.wholeWeek}</a>
          </li>
        )}
      </ul>
      {responses.length === mostNamed && (
        <p class="small muted">{words.someOf(formatNumber(mostNamed))}</p>
      )}
    </details>
  );
}
