import { useState } from 'preact/hooks';
import type { Office, OfficeChange } from '../../../shared/api/offices.ts';
import { paths } from '../../../shared/api/paths.ts';
import { inMembers, langs, type Names, nameIn } from '../../../shared/text/names.ts';
import { type ApiProblem, api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useSession } from '../../data/session.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { chosenPlace, placeOptions, placeValue } from './place-options.ts';

const ids = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/;

interface OfficeFormProps {
  /** null: a new one */
  readonly office: Office | null;
  readonly onSaved: () => void;
}

export function OfficeForm({ office, onSaved }: OfficeFormProps) {
  const { t } = useI18n();
  const form = t.people.form;
  const [values, setValues] = useState(() => valuesOf(office));
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const change = async (body: OfficeChange) => {
    const saved = await send(() =>
      office
        ? api(paths.office(office.id), { method: 'PATCH', body })
        : api(paths.offices(), { method: 'POST', body: { id: values.id, ...body } }),
    );
    if (!saved) return;
    announce(form.saved);
    onSaved();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const place = values.place === null ? undefined : chosenPlace(values.place);
    const isWhole = langs.every((lang) => isNamed(values, lang)) && ids.test(values.id);
    if (isWhole && place) void change({ ...inMembers('name', values.names), place });
  };
  const isTaken = failure?.type === 'office-exists';
  return (
    <form class="office-form" onSubmit={submit} noValidate>
      {failure && !isTaken && (
        <Notice kind="error" live>
          {officeFailure(failure, t)}
        </Notice>
      )}
      <Fields
        values={values}
        isNew={!office}
        tried={tried}
        isTaken={isTaken}
        onChange={setValues}
      />
      <p class="row mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? form.saving : form.save}
        </Button>
        {office && (
          <StateButton office={office} busy={busy} onChange={(body) => void change(body)} />
        )}
      </p>
    </form>
  );
}

interface OfficeValues {
  readonly id: string;
  readonly names: Names;
  /** the id of a place; null: none chosen */
  readonly place: string | null;
}

function valuesOf(office: Office | null): OfficeValues {
  if (!office) return { id: '', names: { th: '', en: '' }, place: null };
  const names = { th: nameIn(office, 'th'), en: nameIn(office, 'en') };
  return { id: office.id, names, place: placeValue(office.place) };
}

const isNamed = ({ names }: OfficeValues, lang: Lang) => names[lang].trim() !== '';

interface FieldsProps {
  readonly values: OfficeValues;
  readonly isNew: boolean;
  /** it was tried to be sent: what is missing is said */
  readonly tried: boolean;
  readonly isTaken: boolean;
  readonly onChange: (values: OfficeValues) => void;
}

function Fields({ values, isNew, tried, isTaken, onChange }: FieldsProps) {
  const { t, lang } = useI18n();
  const { user } = useSession();
  const words = t.people.offices;
  const form = t.people.form;
  const badId = tried && !ids.test(values.id) ? words.badId : undefined;
  return (
    <>
      {isNew && (
        <TextInput
          id="office-id"
          label={words.id}
          hint={words.idHint}
          error={badId ?? (isTaken ? words.taken : undefined)}
          value={values.id}
          autoComplete="off"
          maxLength={40}
          onInput={(id) => onChange({ ...values, id })}
        />
      )}
      {langs.map((one) => (
        <TextInput
          key={one}
          id={`office-name-${one}`}
          label={words.names[one]}
          error={tried && !isNamed(values, one) ? words.missingName : undefined}
          value={values.names[one]}
          lang={one}
          maxLength={200}
          onInput={(text) => onChange({ ...values, names: { ...values.names, [one]: text } })}
        />
      ))}
      {user && (
        <Combobox
          id="office-place"
          label={words.place}
          error={tried && values.place === null ? form.noScope : undefined}
          value={values.place}
          options={placeOptions(user.scope, lang, t.shell.wholeCountry)}
          onChange={(place) => onChange({ ...values, place })}
        />
      )}
    </>
  );
}

interface StateButtonProps {
  readonly office: Office;
  readonly busy: boolean;
  readonly onChange: (change: OfficeChange) => void;
}

/** Closing is undone by opening again. */
function StateButton({ office, busy, onChange }: StateButtonProps) {
  const { t } = useI18n();
  const words = t.people.offices;
  return office.state === 'active' ? (
    <Button kind="danger" busy={busy} onClick={() => onChange({ state: 'closed' })}>
      {words.close}
    </Button>
  ) : (
    <Button busy={busy} onClick={() => onChange({ state: 'active' })}>
      {words.open}
    </Button>
  );
}

function officeFailure(failure: ApiProblem, t: Messages): string {
  const { people } = failure.details;
  if (failure.type === 'office-used' && typeof people === 'number')
    return t.people.offices.used(formatNumber(people));
  return failureText(failure, t);
}
