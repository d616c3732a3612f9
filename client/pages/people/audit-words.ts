// What stands in the record as names of fields and codes, in words; what has none is shown as it stands.
import type { Scope } from '../../../shared/api/session.ts';
import { areaOf } from '../../../shared/places/scope.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useOfficeName } from '../../data/offices.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatDay, formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName, strategyName } from '../../i18n/names.ts';

export interface AuditWords {
  fieldOf(field: string): string;
  valueOf(field: string, value: string): string;
  /** `office:TH-40` → “สำนักงาน ขอนแก่น” */
  thingOf(on: string): string;
}

export function useAuditWords(): AuditWords {
  const { t, lang } = useI18n();
  const words = t.people.audit;
  const officeName = useOfficeName();
  const { surveys } = useSurvey();
  const roundName = (id: string) => {
    const round = surveys.find((one) => one.id === id);
    return round ? nameIn(round, lang) : id;
  };
  const placeOf = (value: string) => {
    const scope = parsed(value) as Scope | null; // as the server wrote it
    const area = scope === null ? undefined : areaOf(scope);
    return area === undefined
      ? value
      : area === null
        ? t.shell.wholeCountry
        : placeName(area, lang);
  };
  const byField: Readonly<Record<string, (value: string) => string | undefined>> = {
    role: (value) => (t.shell.roles as Readonly<Record<string, string>>)[value],
    office: (value) => officeName(value, lang),
    survey: roundName,
    from: roundName,
    scope: placeOf,
    place: placeOf,
    decision: (value) => (t.common.statuses as Readonly<Record<string, string>>)[value],
    reason: (value) => t.common.failures[value],
    province: (value) => each(value, (id) => placeName(id, lang)),
    region: (value) => each(value, (id) => placeName(id, lang)),
    strategy: (value) =>
      each(value, (id) => {
        const known = strategies.find((one) => one === id);
        return known ? strategyName(known, lang) : id;
      }),
  };
  const nameOf: Readonly<Record<string, (id: string) => string>> = {
    office: (id) => officeName(id, lang),
    survey: roundName,
  };
  return {
    fieldOf: (field) => words.fields[field] ?? field,
    valueOf: (field, value) =>
      byField[field]?.(value) ?? words.values[value] ?? dated(value, lang) ?? listed(value),
    thingOf: (on) => {
      const [kind = '', ...rest] = on.split(':');
      const id = rest.join(':');
      const name = nameOf[kind]?.(id) ?? (uuid.test(id) ? id.slice(0, 8) : id);
      return [words.kinds[kind] ?? kind, name].join(' ');
    },
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function dated(value: string, lang: 'th' | 'en'): string | undefined {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatInstant(value, lang);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value, lang) : undefined;
}

/** of one, or of each of a list */
function each(value: string, nameOf: (id: string) => string): string {
  const list = parsed(value);
  return (Array.isArray(list) ? list.map(String) : [value]).map(nameOf).join(', ');
}

/** `{"a":1}` → `a: 1` */
function listed(value: string): string {
  const members = parsed(value);
  if (typeof members !== 'object' || members === null) return value;
  if (Array.isArray(members)) return members.join(', ');
  return Object.entries(members)
    .map(([name, one]) => `${name}: ${typeof one === 'object' ? JSON.stringify(one) : one}`)
    .join(', ');
}

function parsed(value: string): unknown {
  if (!/^[{[]/.test(value)) return null;
  try {
    return JSON.parse(value);
  } catch {
    // somebody has written it so
    return null;
  }
}
