import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { TypedFilter } from '../../ui/filters/TypedFilter.tsx';
import { addressOfRows, type RowsQuestion } from './row-view.ts';

interface RowSearchProps {
  readonly batch: string;
  readonly question: RowsQuestion;
}

/** Words that a cell holds, among the rows that are shown; the address holds them. */
export function RowSearch({ batch, question }: RowSearchProps) {
  const { t } = useI18n();
  const given = question.q ?? '';
  const search = (q: string) => {
    if (q !== given)
      navigate(addressOfRows(batch, { ...question, q, after: null }).slice(1), { replace: true });
  };
  return <TypedFilter label={t.batches.result.search} value={given} onChange={search} />;
}
