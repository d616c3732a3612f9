import type { Batch, BatchRow } from '../../../shared/api/batches.ts';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { useOfficeName } from '../../data/offices.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName, strategyName } from '../../i18n/names.ts';
import { violationText, violationTitle } from '../../i18n/violation-text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { circleAlert, copyCheck, triangleAlert } from '../../ui/icons.ts';
import { clip } from './batch-facts.ts';
import { skipSentence, useFieldName } from './batch-words.ts';
import { isToFix, proposedProvinces, type ShownViolation, withValue } from './row-view.ts';

interface RowReasonsProps {
  readonly batch: Batch;
  readonly row: BatchRow;
}

/** Under a row: every reason with its column and cell, what it was stored as, and the whole row on demand. */
export function RowReasons({ batch, row }: RowReasonsProps) {
  const { t } = useI18n();
  return (
    <>
      {row.violations.length > 0 && (
        <ul class="reasons">
          {row.violations.map((violation, index) =>
            row.outcome === 'skip' ? (
              <SkipReason key={`${index}`} violation={violation} />
            ) : (
              <Reason key={`${index}`} violation={withValue(violation, row)} row={row} />
            ),
          )}
        </ul>
      )}
      {(row.outcome === 'accept' || row.outcome === 'same') && <StoredAs row={row} />}
      {row.erased ? (
        <p class="small muted">{t.batches.result.erased}</p>
      ) : (
        <details class="whole">
          <summary>{t.batches.result.cells}</summary>
          <AllCells batch={batch} row={row} />
        </details>
      )}
    </>
  );
}

interface ReasonProps {
  readonly violation: ShownViolation;
  readonly row: BatchRow;
}

function Reason({ violation, row }: ReasonProps) {
  const { t } = useI18n();
  const words = t.batches.result;
  const mustFix = isToFix(violation);
  const title = violationTitle(violation.code, t);
  const text = violationText(clipped(violation), t);
  const { column } = violation;
  const cell = column === null ? '' : (row.cells[column] ?? '');
  return (
    <li class={mustFix ? 'err' : 'err remark'}>
      <Icon of={mustFix ? circleAlert : triangleAlert} />
      <span>
        <span class="where">{column ?? words.wholeRow}</span>{' '}
        {isUnsaid(cell, text) && <q class="cell">{clip(cell, 80)}</q>} {title}
        {text !== title && <span class="what"> {text}</span>}
        <Proposed provinces={proposedProvinces(violation)} />
      </span>
    </li>
  );
}

/** Which provinces may have been meant. */
function Proposed({ provinces }: { readonly provinces: readonly string[] }) {
  const { t, lang } = useI18n();
  const names = provinces.flatMap((code) => {
    const place = provinceByCode(code);
    return place ? [place.name[lang]] : [];
  });
  if (names.length === 0) return null;
  return <span class="what"> · {t.batches.result.maybe(names.join(' · '))}</span>;
}

/** The cell is quoted when the sentence does not quote it already. */
function isUnsaid(cell: string, text: string): boolean {
  return cell.trim() !== '' && !text.includes(clip(cell, 80));
}

/** A cell quoted in a sentence is cut short. */
function clipped(violation: ShownViolation): ShownViolation {
  const { value } = violation;
  return typeof value === 'string' ? { ...violation, value: clip(value, 80) } : violation;
}

function SkipReason({ violation }: { readonly violation: ShownViolation }) {
  const { t } = useI18n();
  return (
    <li class="err skip">
      <Icon of={copyCheck} />
      <span>{skipSentence(t.batches, violation)}</span>
    </li>
  );
}

function StoredAs({ row }: { readonly row: BatchRow }) {
  const { t, lang } = useI18n();
  const { province, day, severity, affected, respondent, strategy } = row.values;
  const known = strategies.find((one) => one === strategy);
  const parts = [
    province && placeName(province, lang),
    day && formatDay(day, lang),
    severity !== null && `${t.common.severity} ${severity}`,
    affected !== null && `${formatNumber(affected)} ${t.batches.result.people}`,
    respondent === 'agency' || respondent === 'citizen' ? t.common[respondent] : respondent,
    known && strategyName(known, lang),
  ];
  return (
    <p class="small stored">
      <span class="muted">{t.batches.result.asStored}</span> {parts.filter(Boolean).join(' · ')}{' '}
      {row.knownFrom && <KnownFrom office={row.knownFrom} />}
      {row.revised && `${t.batches.result.revised} `}
      {row.responseId && (
        <a href={`#/responses/${row.responseId}`}>{t.batches.result.openResponse}</a>
      )}
    </p>
  );
}

function KnownFrom({ office }: { readonly office: string }) {
  const { t, lang } = useI18n();
  const officeName = useOfficeName();
  return <>{t.batches.result.knownFrom(officeName(office, lang))} </>;
}

function AllCells({ batch, row }: RowReasonsProps) {
  const nameOf = useFieldName();
  return (
    <dl class="all-cells">
      {Object.entries(row.cells).map(([header, cell]) => {
        const field = batch.mapping[header];
        return (
          <div key={header}>
            <dt>
              {header}
              {field && field !== header && <small class="muted"> {nameOf(field)}</small>}
            </dt>
            <dd>{clip(cell, 2000)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
