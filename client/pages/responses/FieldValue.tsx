// A stored value as it is read, by its kind.

import type { ComponentChildren } from 'preact';
import type { CoreKind, PlacedField } from '../../../shared/survey/fields/fields.ts';
import type { StoredValues } from '../../../shared/survey/fields/parts.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { placeName } from '../../i18n/names.ts';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';

type Show<K extends CoreKind> = (
  value: NonNullable<StoredValues[K]>,
  t: Messages,
  lang: Lang,
) => ComponentChildren;

const shown: { readonly [K in CoreKind]: Show<K> } = {
  text: (text) => text,
  district: (text) => text,
  'sub-plan': (key) => key,
  province: (code, _t, lang) => placeName(code, lang),
  day: (day, _t, lang) => <time dateTime={day}>{formatDay(day, lang)}</time>,
  position: ({ lat, lng, accuracy }, t) => (
    <>
      {lat.toFixed(4)}, {lng.toFixed(4)}
      {accuracy !== undefined && (
        <small> {t.responses.one.accuracy(formatNumber(Math.round(accuracy)))}</small>
      )}
    </>
  ),
  'respondent-type': (type, t) => t.common[type],
  strategy: (strategy) => <StrategyKey strategy={strategy} />,
  severity: (level) => <SeverityMark level={level} />,
  affected: (people, t) => t.responses.one.affectedPeople(formatNumber(people)),
};

interface FieldValueProps {
  readonly field: PlacedField;
  /** the part of the response that holds it */
  readonly stored: object;
}

/** A text that is no known value stands as it was written; nothing is said to be so. */
export function FieldValue({ field: { kind, member }, stored }: FieldValueProps) {
  const { t, lang } = useI18n();
  const values = stored as Readonly<Record<string, unknown>>; // any member may be asked for
  const value = values[member] ?? null;
  const text = values[`${member}Text`];
  // the registry says which kind the member has
  const show = shown[kind] as Show<CoreKind>;
  return (
    <>
      {value === null ? (
        <span class="muted">{t.common.none}</span>
      ) : (
        show(value as NonNullable<StoredValues[CoreKind]>, t, lang)
      )}
      {typeof text === 'string' && <small> {t.responses.one.written(text)}</small>}
    </>
  );
}

/** Whether there is anything to show. */
export function isGiven({ member }: PlacedField, stored: object): boolean {
  const values = stored as Readonly<Record<string, unknown>>; // the same
  return (values[member] ?? values[`${member}Text`] ?? null) !== null;
}
