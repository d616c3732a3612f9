import { useEffect, useState } from 'preact/hooks';
import { auditedActs } from '../../../shared/api/audit.ts';
import { readTypedDay } from '../../data/read-typed-day.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { ChosenFilter } from '../../ui/filters/ChosenFilter.tsx';
import { TypedFilter } from '../../ui/filters/TypedFilter.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { type AuditFilterName, addressOfAudit } from './audit-filters.ts';

/** Person, thing, act and days; the address holds them. */
export function AuditFilters({ filters }: { readonly filters: URLSearchParams }) {
  const { t } = useI18n();
  const words = t.people.audit;
  const set = (name: AuditFilterName, value: string) => {
    if ((filters.get(name) ?? '') === value) return;
    const changed = new URLSearchParams(filters);
    if (value === '') changed.delete(name);
    else changed.set(name, value);
    navigate(addressOfAudit(changed), { replace: true });
  };
  const typed = (name: 'who' | 'on') => (
    <TypedFilter
      label={words[name]}
      maxLength={200}
      value={filters.get(name) ?? ''}
      onChange={(value) => set(name, value)}
    />
  );
  const day = (name: 'from' | 'to') => (
    <DayFilter
      label={words[name]}
      day={filters.get(name)}
      onChange={(value) => set(name, value ?? '')}
    />
  );
  return (
    <div class="audit-filters">
      {typed('who')}
      {typed('on')}
      <ChosenFilter
        label={words.what}
        value={filters.get('what') ?? ''}
        any={words.anyAct}
        options={auditedActs.map((act) => ({ value: act, label: words.acts[act] }))}
        onChange={(act) => set('what', act)}
      />
      {day('from')}
      {day('to')}
    </div>
  );
}

interface DayFilterProps {
  readonly label: string;
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day as people write it; taken when the field is left, or by Enter. */
function DayFilter({ label, day, onChange }: DayFilterProps) {
  const { t, lang } = useI18n();
  const words = t.people.audit;
  const shown = day === null ? '' : formatDay(day, lang);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const read = readTypedDay(text);
  const [tried, setTried] = useState(false);
  const take = () => {
    setTried(true);
    if (read !== undefined) onChange(read);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextInput
        label={label}
        hint={words.dayHint}
        error={tried && read === undefined ? words.dayWrong : undefined}
        value={text}
        onInput={setText}
        onLeave={take}
      />
    </form>
  );
}
