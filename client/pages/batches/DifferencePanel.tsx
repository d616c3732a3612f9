// What differs from the file that the office has sent before: counted when it is opened, and row by row for who asks.
import { useState } from 'preact/hooks';
import {
  type BatchDifference,
  type DifferenceKind,
  type DifferingRow,
  differenceKinds,
} from '../../../shared/api/batch-difference.ts';
import type { Batch } from '../../../shared/api/batches.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useFieldName } from './batch-words.ts';
import './difference.css';

interface DifferencePanelProps {
  readonly survey: string;
  readonly batch: Batch;
}

export function DifferencePanel({ survey, batch }: DifferencePanelProps) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="panel how no-print"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{t.batches.difference.title}</h2>
      </summary>
      {isOpen && <Difference survey={survey} batch={batch} />}
    </details>
  );
}

function Difference({ survey, batch }: DifferencePanelProps) {
  const { t, lang } = useI18n();
  const words = t.batches.difference;
  const [kind, setKind] = useState<DifferenceKind | null>(null);
  const { data, error, refetch } = useQuery(paths.batchDifference(survey, batch.id));
  if (error) return <ProblemState problem={error} onRetry={refetch} />;
  if (!data) return <LoadingState lines={3} />;
  const { to } = data;
  if (!to) return <p class="mt2">{words.first}</p>;
  const [when, name] = [formatInstant(to.startedAt, lang), to.name || t.batches.list.unnamed];
  return (
    <>
      <p class="mt2">
        {words.comparedWith} <a href={`#/batches/${to.id}`}>{to.receipt}</a> · {name} · {when}
      </p>
      <ul class="kinds">
        {differenceKinds.map((one) => (
          <li key={one}>
            <button
              type="button"
              class="chip"
              aria-pressed={kind === one}
              disabled={data[one] === 0}
              onClick={() => setKind(kind === one ? null : one)}
            >
              {words.kinds[one]} <b>{formatNumber(data[one])}</b>
            </button>
          </li>
        ))}
      </ul>
      {kind && <Rows key={kind} survey={survey} batch={batch} kind={kind} all={data[kind]} />}
    </>
  );
}

interface RowsProps extends DifferencePanelProps {
  readonly kind: DifferenceKind;
  readonly all: number;
}

const limit = 20;

function Rows({ survey, batch, kind, all }: RowsProps) {
  const { t } = useI18n();
  const words = t.batches.difference;
  const [after, setAfter] = useState<string | null>(null);
  const address = withQuery(paths.batchDifference(survey, batch.id), { kind, limit, after });
  const { data, error, refetch } = useQuery(address);
  if (error) return <ProblemState problem={error} onRetry={refetch} />;
  if (!data) return <LoadingState lines={5} />;
  const { items = [], next = null }: Partial<BatchDifference> = data;
  return (
    <>
      <p class="small muted mt2" role="status">
        {words.shown(formatNumber(items.length), formatNumber(all))}
      </p>
      <ul class="differing">
        {items.map((row) => (
          <li key={`${row.row} ${row.otherRow}`}>
            <DifferingLine row={row} batch={batch} kind={kind} />
          </li>
        ))}
      </ul>
      <p class="row pager">
        {after !== null && (
          <Button dense onClick={() => setAfter(null)}>
            {t.batches.result.first}
          </Button>
        )}
        {next !== null && (
          <Button dense onClick={() => setAfter(next)}>
            {t.batches.result.next}
          </Button>
        )}
      </p>
    </>
  );
}

interface LineProps {
  readonly row: DifferingRow;
  readonly batch: Batch;
  readonly kind: DifferenceKind;
}

/** Where it stands, what it says, and of a changed one what it said before. */
function DifferingLine({ row, batch, kind }: LineProps) {
  const { t } = useI18n();
  const words = t.batches.difference;
  const fieldName = useFieldName();
  const number = row.row ?? row.otherRow ?? 0;
  const place = kind === 'gone' ? words.otherRow : words.row;
  const cells = Object.entries(row.cells);
  const telling = cells.filter(([header]) => tells(batch.mapping[header]));
  return (
    <>
      <b>{place(formatNumber(number))}</b>{' '}
      {(telling.length > 0 ? telling : cells.slice(0, 3)).map(([, cell]) => cell).join(' · ')}
      {row.changes.map(({ field, before, after }) => (
        <p key={field} class="small">
          {fieldName(field)}: <del>{before || t.batches.result.empty}</del>{' '}
          <ins>{after || t.batches.result.empty}</ins>
        </p>
      ))}
    </>
  );
}

const tells = (field: string | undefined): boolean => field === 'province' || field === 'title';
