// How the own office reads files of the same headers: looked at, and forgotten.
import { useRef, useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { FileReading } from '../../../shared/api/readings.ts';
import { ApiProblem, api } from '../../data/api.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHead } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import './batches.css';
import { useFieldName } from './batch-words.ts';
import { countIn } from './ProposedReading.tsx';

export function ReadingsPage({ query }: PageProps) {
  const { t } = useI18n();
  const words = t.batches.readings;
  const { survey } = useSurvey();
  const after = query.get('after');
  const { data, error, refetch } = useQuery(
    survey ? withQuery(paths.readings(survey.id), { after }) : null,
  );
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const head = useRef<HTMLDivElement>(null);
  const forget = async ({ id, file }: FileReading) => {
    if (!survey) return;
    setProblem(null);
    try {
      await api(paths.reading(survey.id, id), { method: 'DELETE' });
      announce(words.forgotten(file));
      head.current?.focus();
      refetch();
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    }
  };
  return (
    <div class="wrap page">
      <div ref={head} tabIndex={-1}>
        <PageHead title={t.shell.titles.readings} text={words.lead}>
          <ButtonLink href="#/batches/new">{t.shell.titles.newBatch}</ButtonLink>
        </PageHead>
      </div>
      <FailureNotice of={problem} />
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={6} />}
      {data?.items.length === 0 && after === null && (
        <EmptyState title={words.none} text={words.noneWhy} />
      )}
      {data && data.items.length > 0 && (
        <ul class="list panel mt4">
          {data.items.map((reading) => (
            <OneReading key={reading.id} reading={reading} onForget={() => void forget(reading)} />
          ))}
        </ul>
      )}
      <Pages next={data?.next ?? null} isFirst={after === null} />
    </div>
  );
}

function Pages({ next, isFirst }: { readonly next: string | null; readonly isFirst: boolean }) {
  const { list } = useI18n().t.batches;
  if (isFirst && next === null) return null;
  return (
    <p class="row pager">
      {!isFirst && (
        <ButtonLink dense href="#/batches/choices">
          {list.newest}
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink dense href={`#/batches/choices?${new URLSearchParams({ after: next })}`}>
          {list.next}
        </ButtonLink>
      )}
    </p>
  );
}

interface OneReadingProps {
  readonly reading: FileReading;
  readonly onForget: () => void;
}

function OneReading({ reading, onForget }: OneReadingProps) {
  const { t, lang } = useI18n();
  const words = t.batches.readings;
  const { file, by, at, choices } = reading;
  return (
    <li class="reading">
      <div class="row between">
        <span>
          <strong>{file}</strong>
          <br />
          <small class="muted">{words.used(by, formatInstant(at, lang))}</small>
        </span>
        <Button dense label={words.forgetWhich(file)} onClick={onForget}>
          {words.forget}
        </Button>
      </div>
      <details>
        <summary>{words.holds(countIn(choices))}</summary>
        <Chosen choices={choices} />
      </details>
    </li>
  );
}

function Chosen({ choices: { mapping, values, ...rest } }: Pick<FileReading, 'choices'>) {
  const { t } = useI18n();
  const nameOf = useFieldName();
  const words = t.batches.readings;
  const targets: Readonly<Record<string, string>> = words.targets;
  const { encoding, delimiter, headerLine, dateOrder, severityDirection, fillDown } = rest;
  const said = [
    encoding && words.encoding(encoding),
    delimiter && words.delimiter(delimiter === '\t' ? 'Tab' : delimiter),
    headerLine && words.headerLine(headerLine),
    dateOrder && (dateOrder === 'dmy' ? t.batches.columns.dayFirst : t.batches.columns.monthFirst),
    severityDirection && words.severity[severityDirection],
    fillDown?.length && words.fillDown(fillDown.map(nameOf)),
  ].filter((one) => typeof one === 'string');
  return (
    <ul class="bullets small">
      {said.map((one) => (
        <li key={one}>{one}</li>
      ))}
      {Object.entries(mapping).map(([header, target]) => (
        <li key={header}>
          <q>{header}</q> → {targets[target] ?? nameOf(target)}
        </li>
      ))}
      {Object.entries(values).flatMap(([field, meant]) =>
        Object.entries(meant).map(([value, means]) => (
          <li key={`${field} ${value}`}>
            {nameOf(field)}: <q>{value}</q> → <q>{means}</q>
          </li>
        )),
      )}
    </ul>
  );
}
