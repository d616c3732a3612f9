import { useEffect, useState } from 'preact/hooks';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { addressOfRows, type RowsQuestion } from './row-view.ts';

/** rows are asked for when nothing more is typed */
const restMs = 300;

interface RowSearchProps {
  readonly batch: string;
  readonly question: RowsQuestion;
}

/** Words that a cell holds, among the rows that are shown; the address holds them. */
export function RowSearch({ batch, question }: RowSearchProps) {
  const { t } = useI18n();
  const given = question.q ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    const q = text.trim();
    if (q === given) return;
    const search = () =>
      navigate(addressOfRows(batch, { ...question, q, after: null }).slice(1), { replace: true });
    const timer = setTimeout(search, restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      label={t.batches.result.search}
      type="search"
      value={text}
      maxLength={100}
      onInput={setText}
    />
  );
}
