import type { ComponentChildren } from 'preact';
import type { Batch } from '../../../shared/api/batches.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { violationTitle } from '../../i18n/violation-text.ts';
import { phoneWidth, useMedia } from '../../ui/use-media.ts';
import { byRows, formatBytes } from './batch-facts.ts';
import { useDelimiterName, useEncodingName, useFieldName } from './batch-words.ts';

/** How the file was read, what was left out of it, and every remark by its code. */
export function HowRead({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  const words = t.batches.result;
  const isPhone = useMedia(phoneWidth);
  return (
    <details class="panel how" open={!isPhone}>
      <summary>
        <h2>{words.readTitle}</h2>
      </summary>
      <FileLine batch={batch} />
      <div class="how-in">
        <Part title={words.mapping}>
          <Mapping mapping={batch.mapping} />
        </Part>
        <div>
          <Part title={words.warnings}>
            <Codes codes={batch.warnings} none={words.noWarnings} />
          </Part>
          <Part title={words.leftOut}>
            <Names names={batch.leftOut} />
          </Part>
          <Part title={words.ignored}>
            <Names names={batch.ignored} />
          </Part>
        </div>
      </div>
    </details>
  );
}

function FileLine({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  const encoding = useEncodingName();
  const delimiter = useDelimiterName();
  const words = t.batches.columns;
  const { result } = t.batches;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.file, batch.name || null],
    [words.size, batch.bytes > 0 ? formatBytes(batch.bytes) : null],
    [words.encoding, batch.encoding && encoding(batch.encoding)],
    [words.delimiter, batch.delimiter && delimiter(batch.delimiter)],
    [words.header, batch.headerLine === null ? null : words.headerLine(batch.headerLine)],
    [
      t.batches.result.severityDirection,
      batch.severityDirection === '5-is-most' ? words.fiveIsMost : words.oneIsMost,
    ],
    [result.policy, result.policies[batch.policy]],
    [result.corrected, batch.corrected > 0 ? result.codeRows(batch.corrected) : null],
    [result.digest, batch.digest],
  ];
  return (
    <dl class="filefacts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Mapping({ mapping }: { readonly mapping: Batch['mapping'] }) {
  const { t } = useI18n();
  const nameOf = useFieldName();
  const pairs = Object.entries(mapping);
  if (pairs.length === 0) return <p class="muted">{t.batches.result.nothing}</p>;
  return (
    <dl class="pairs">
      {pairs.map(([header, field]) => (
        <div key={header}>
          <dt>{header}</dt>
          <dd>{nameOf(field)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Codes({ codes, none }: { readonly codes: Batch['warnings']; readonly none: string }) {
  const { t } = useI18n();
  const list = byRows(codes);
  if (list.length === 0) return <p class="muted">{none}</p>;
  return (
    <dl class="pairs">
      {list.map(([code, rows]) => (
        <div key={code}>
          <dt>{violationTitle(code, t)}</dt>
          <dd>{t.batches.result.codeRows(rows)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  const { t } = useI18n();
  if (names.length === 0) return <p class="muted">{t.batches.result.nothing}</p>;
  return (
    <ul class="bullets">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
