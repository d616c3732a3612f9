import type { ComponentChildren } from 'preact';
import type { Response } from '../../../shared/api/responses.ts';
import { formatDay, formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { usePlaceLine } from './place-line.ts';

/** Where these words come from, down to the line of the file. */
export function Provenance({ response }: { readonly response: Response }) {
  const { t, lang } = useI18n();
  const placeLine = usePlaceLine();
  const words = t.responses.one;
  const { place, respondent, day, channel, channelText, receivedAt } = response;
  return (
    <section class="panel">
      <h2>{words.facts}</h2>
      <dl class="dl mt2">
        <Line name={words.place}>{placeLine(place)}</Line>
        {place.position && (
          <Line name={words.position}>
            <Position position={place.position} />
          </Line>
        )}
        <Line name={words.day}>
          {day ? <time dateTime={day}>{formatDay(day, lang)}</time> : t.common.none}
        </Line>
        <Line name={words.respondent}>
          <Respondent respondent={respondent} />
        </Line>
        <Line name={words.channel}>
          {t.common.channels[channel]}
          {channelText && ` · ${channelText}`}
        </Line>
        <Line name={words.by}>{response.by}</Line>
        <InFile response={response} />
        <Line name={words.receipt}>{response.receipt}</Line>
        <Line name={words.received}>
          <time dateTime={receivedAt}>{formatInstant(receivedAt, lang)}</time>
        </Line>
      </dl>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

function Line({ name, children }: LineProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function InFile({ response: { batch, row, line } }: { readonly response: Response }) {
  const { t } = useI18n();
  const words = t.responses.one;
  if (batch === null || row === null) return null;
  return (
    <Line name={words.file}>
      {words.row(formatNumber(row), formatNumber(line ?? row))}{' '}
      <a href={`#/batches/${batch}`}>{words.openBatch}</a>
    </Line>
  );
}

type Position = NonNullable<Response['place']['position']>;

function Position({ position }: { readonly position: Position }) {
  const { t } = useI18n();
  const { lat, lng, accuracy } = position;
  return (
    <>
      {lat.toFixed(4)}, {lng.toFixed(4)}
      {accuracy !== undefined && (
        <small> {t.responses.one.accuracy(formatNumber(Math.round(accuracy)))}</small>
      )}
    </>
  );
}

function Respondent({ respondent }: { readonly respondent: Response['respondent'] }) {
  const { t } = useI18n();
  const { type, typeText, agency } = respondent;
  return (
    <>
      {type ? t.common[type] : t.common.none}
      {agency && ` · ${agency}`}
      {typeText && <small> {t.responses.one.written(typeText)}</small>}
    </>
  );
}
