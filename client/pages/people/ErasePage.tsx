// Personal data on request: a response is found by its receipt, and its words are erased.
import { useState } from 'preact/hooks';
import type { Erased } from '../../../shared/api/erasures.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ErasePanel } from './ErasePanel.tsx';
import './people.css';
import { SectionTabs } from './SectionTabs.tsx';

export function ErasePage({ query: asked }: PageProps) {
  const { t, lang } = useI18n();
  const words = t.people.erasing;
  const { survey } = useSurvey();
  const receipt = asked.get('receipt') ?? '';
  const query = useQuery(
    survey && receipt !== '' ? withQuery(paths.erasures(survey.id), { receipt }) : null,
  );
  const { data: found, error } = query;
  const [erased, setErased] = useState<Erased | null>(null);
  const isDone = erased !== null && erased.id === found?.id;
  return (
    <div class="wrap page people">
      <PageHead title={<Phrases text={t.shell.titles.erase} />} text={words.lead} />
      <SectionTabs shown="erase" />
      <section class="panel mt4">
        <FindForm first={receipt} hint={survey ? words.inRound(nameIn(survey, lang)) : ''} />
      </section>
      {error?.type === 'not-found' && <Notice kind="warning">{words.notFound}</Notice>}
      {error && error.type !== 'not-found' && (
        <ProblemState problem={error} onRetry={query.refetch} />
      )}
      {query.loading && !found && <LoadingState lines={4} />}
      {isDone && (
        <Notice kind="ok" title={words.done(erased.receipt)} takesFocus>
          {erased.rows > 0 && words.rows(formatNumber(erased.rows))}
        </Notice>
      )}
      {found && !isDone && found.erasedAt !== null && (
        <Notice kind="offline">{words.erasedBefore(formatInstant(found.erasedAt, lang))}</Notice>
      )}
      {survey && found && !isDone && found.erasedAt === null && (
        <ErasePanel key={found.id} survey={survey.id} found={found} onErased={setErased} />
      )}
    </div>
  );
}

function FindForm({ first, hint }: { readonly first: string; readonly hint: string }) {
  const { t } = useI18n();
  const words = t.people.erasing;
  const [receipt, setReceipt] = useState(first);
  const [tried, setTried] = useState(false);
  const isMissing = receipt.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    navigate(`/admin/erase?receipt=${encodeURIComponent(receipt.trim())}`);
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        id="receipt"
        label={words.receipt}
        hint={[words.receiptHint, hint].filter(Boolean).join(' · ')}
        error={tried && isMissing ? words.receiptMissing : undefined}
        value={receipt}
        maxLength={40}
        autoComplete="off"
        onInput={setReceipt}
      />
      <p class="mt4">
        <Button type="submit">{words.find}</Button>
      </p>
    </form>
  );
}
