import type { ComponentChildren } from 'preact';
import type { ContentChange, Response } from '../../../shared/api/responses.ts';
import { fieldAt } from '../../../shared/survey/fields/fields.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { FieldValue } from './FieldValue.tsx';
import { usePointerWords } from './pointer-words.ts';

interface ChangesProps {
  readonly response: Response;
  readonly changes: readonly ContentChange[];
}

/** What a revision changed: the value before, struck through, and the value after. */
export function Changes({ response, changes }: ChangesProps) {
  const { t } = useI18n();
  const wordsOf = usePointerWords(response);
  // codes stand beside the words that they were read from
  const said = changes.filter(
    ({ pointer }) =>
      fieldAt(pointer)?.pointer === pointer.replace(/\d+/, '-') ||
      isWhole(pointer) ||
      arePhotos(pointer),
  );
  return (
    <ul class="changes">
      {(said.length > 0 ? said : changes).map(({ pointer, before, after }) => (
        <li key={pointer}>
          <span class="muted">{wordsOf(pointer) ?? pointer}</span>{' '}
          <del>
            <span class="vh">{t.responses.one.before} </span>
            <Value pointer={pointer} value={before} />
          </del>{' '}
          <span aria-hidden="true">→</span>{' '}
          <ins>
            <span class="vh">{t.responses.one.after} </span>
            <Value pointer={pointer} value={after} />
          </ins>
        </li>
      ))}
    </ul>
  );
}

/** a whole issue, or an answer to one of the survey's own questions */
const isWhole = (pointer: string): boolean => /^\/(issues\/\d+|answers\/.*)$/.test(pointer);

const arePhotos = (pointer: string): boolean => /^\/issues\/\d+\/photos$/.test(pointer);

function Value({ pointer, value }: { readonly pointer: string; readonly value: unknown }) {
  const { t } = useI18n();
  if (arePhotos(pointer)) {
    const count = Array.isArray(value) ? value.length : 0;
    return <>{count === 0 ? t.common.none : t.responses.one.photos.count(formatNumber(count))}</>;
  }
  const field = fieldAt(pointer);
  if (field && !isWhole(pointer))
    return <FieldValue field={field} stored={{ [field.member]: value }} />;
  return <>{textOf(value, t.common.none)}</>;
}

function textOf(value: unknown, none: string): ComponentChildren {
  if (value === null || value === undefined) return none;
  if (typeof value === 'object' && 'title' in value) return String(value.title);
  return Array.isArray(value) ? value.join(' ') : String(value);
}
