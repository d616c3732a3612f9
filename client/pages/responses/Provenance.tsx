import type { ComponentChildren } from 'preact';
import type { HowFilled } from '../../../shared/api/filling.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { placeLine, placeMembers } from '../../../shared/places/place-line.ts';
import { fieldsIn, type PlacedField } from '../../../shared/survey/fields/fields.ts';
import { fieldWords } from '../../../shared/survey/fields/words.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { FieldValue, isGiven } from './FieldValue.tsx';
import { GivenUnder } from './GivenUnder.tsx';

/** Where these words come from, down to the line of the file. */
export function Provenance({ response }: { readonly response: Response }) {
  const { t, lang } = useI18n();
  const words = t.responses.one;
  const { place, respondent, channel, channelText, receivedAt } = response;
  return (
    <section class="panel">
      <h2>{words.facts}</h2>
      <dl class="dl mt2">
        <Line name={words.place}>{placeLine(place, lang)}</Line>
        <Given fields={besidesPlaceLine} stored={place} />
        <Given fields={fieldsIn('').filter(({ filesOnly }) => !filesOnly)} stored={response} />
        <Given fields={fieldsIn('/respondent')} stored={respondent} />
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
        {response.filling && <FilledIn filling={response.filling} />}
        <GivenUnder response={response} />
      </dl>
    </section>
  );
}

/** what the line of the place does not say */
const besidesPlaceLine = fieldsIn('/place').filter(
  ({ member }) => !placeMembers.includes(member as (typeof placeMembers)[number]),
);

interface GivenProps {
  readonly fields: readonly PlacedField[];
  readonly stored: object;
}

/** The fields that have a value; of those that the form asks for also that they have none. */
function Given({ fields, stored }: GivenProps) {
  const { lang } = useI18n();
  return (
    <>
      {fields
        .filter((field) => field.expected || isGiven(field, stored))
        .map((field) => (
          <Line key={field.name} name={fieldWords[field.name].name[lang]}>
            <FieldValue field={field} stored={stored} />
          </Line>
        ))}
    </>
  );
}

/** By the clock of the device: a difference says more than the times. */
function FilledIn({ filling }: { readonly filling: HowFilled }) {
  const { t, lang } = useI18n();
  const words = t.responses.one;
  const { startedAt, finishedAt, edits } = filling;
  const minutes = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000);
  return (
    <Line name={words.filling}>
      <time dateTime={startedAt}>{formatInstant(startedAt, lang)}</time>
      {' · '}
      {[
        minutes >= 0 && (minutes < 1 ? words.underMinute : words.minutes(formatNumber(minutes))),
        words.edits(formatNumber(edits)),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Line>
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
