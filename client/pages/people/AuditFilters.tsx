import { useEffect, useState } from 'preact/hooks';
import { auditedActs } from '../../../shared/api/audit.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { type AuditFilterName, addressOfAudit } from './audit-filters.ts';

/** the record is asked for when nothing more is typed */
const restMs = 300;

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
      value={filters.get(name) ?? ''}
      onChange={(value) => set(name, value)}
    />
  );
  const day = (name: 'from' | 'to') => (
    <Field label={words[name]}>
      {(control) => (
        <input
          {...control}
          class="inp"
          type="date"
          value={filters.get(name) ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <div class="audit-filters">
      {typed('who')}
      {typed('on')}
      <Field label={words.what}>
        {(control) => (
          <select
            {...control}
            class="inp"
            value={filters.get('what') ?? ''}
            onChange={(event) => set('what', event.currentTarget.value)}
          >
            <option value="">{words.anyAct}</option>
            {auditedActs.map((act) => (
              <option key={act} value={act}>
                {words.acts[act]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {day('from')}
      {day('to')}
    </div>
  );
}

interface TypedFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TypedFilter({ label, value, onChange }: TypedFilterProps) {
  const [text, setText] = useState(value);
  // when the filters are cleared elsewhere
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const timer = setTimeout(() => onChange(text.trim()), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return <TextInput label={label} type="search" value={text} maxLength={200} onInput={setText} />;
}
