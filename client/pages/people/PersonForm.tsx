import { useState } from 'preact/hooks';
import type { Role, Scope, User } from '../../../shared/api/session.ts';
import { rolesToGive } from '../../../shared/people/managing.ts';
import type { ApiProblem } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useOffices } from '../../data/offices.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { running } from '../../ui/Running.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { faultsOf, type PersonValues } from './person-faults.ts';
import { chosenPlace, officeOptions, placeOptions, placeValue } from './place-options.ts';

/** What is sent of the form. */
export interface PersonSent {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly office: string;
  readonly scope: Scope;
  readonly email: string | null;
}

interface PersonFormProps {
  readonly manager: User;
  readonly initial: PersonValues;
  /** the user name can be chosen: it is somebody new */
  readonly isNew: boolean;
  readonly busy: boolean;
  readonly failure: ApiProblem | null;
  readonly onSend: (person: PersonSent) => void;
}

/** Who somebody is, what they may, and where. */
export function PersonForm(props: PersonFormProps) {
  const { manager, initial, isNew, busy, failure, onSend } = props;
  const { t } = useI18n();
  const words = t.people.form;
  const [values, setValues] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const set = (change: Partial<PersonValues>) => setValues((before) => ({ ...before, ...change }));
  const faults = attempt > 0 ? faultsOf(values, failure, isNew, t) : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const isWhole = Object.values(faultsOf(values, null, isNew, t)).every((text) => !text);
    const person = isWhole ? personOf(values) : undefined;
    if (person && !busy) onSend(person);
  };
  return (
    <form class="person-form" onSubmit={submit} noValidate>
      <Complaints faults={faults} failure={failure} attempt={attempt} />
      {isNew && (
        <TextInput
          id="username"
          label={words.username}
          hint={words.usernameHint}
          error={faults.username}
          value={values.username}
          autoComplete="off"
          maxLength={40}
          onInput={(username) => set({ username })}
        />
      )}
      <TextInput
        id="name"
        label={words.name}
        error={faults.name}
        value={values.name}
        maxLength={200}
        onInput={(name) => set({ name })}
      />
      <Choices manager={manager} values={values} faults={faults} onChange={set} />
      <TextInput
        id="email"
        label={words.email}
        optional
        error={faults.email}
        value={values.email}
        autoComplete="off"
        maxLength={254}
        onInput={(email) => set({ email })}
      />
      <p class="mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {isNew ? (busy ? words.adding : words.addDo) : busy ? words.saving : words.save}
        </Button>
      </p>
    </form>
  );
}

/** undefined: office or place are none */
function personOf({ scope: place, office, ...values }: PersonValues): PersonSent | undefined {
  const scope = place === null ? undefined : chosenPlace(place);
  if (office === null || !scope) return undefined;
  const username = values.username.trim().toLowerCase();
  const email = values.email.trim() || null;
  return { username, name: values.name.trim(), role: values.role, office, scope, email };
}

interface ComplaintsProps {
  readonly faults: ReturnType<typeof faultsOf>;
  readonly failure: ApiProblem | null;
  readonly attempt: number;
}

/** What has to be mended, or what the server said of the whole. */
function Complaints({ faults, failure, attempt }: ComplaintsProps) {
  const { t } = useI18n();
  const entries = Object.entries(faults).flatMap(([field, text]) =>
    text ? [{ field, text }] : [],
  );
  return (
    <>
      <ErrorSummary
        title={t.people.form.summary(formatNumber(entries.length))}
        entries={entries}
        attempt={attempt}
      />
      {failure && entries.length === 0 && (
        <Notice kind="error" live>
          {failureText(failure, t)}
        </Notice>
      )}
    </>
  );
}

interface ChoicesProps {
  readonly manager: User;
  readonly values: PersonValues;
  readonly faults: ReturnType<typeof faultsOf>;
  readonly onChange: (change: Partial<PersonValues>) => void;
}

/** Role, office and place, as far as the manager may give them. */
function Choices({ manager, values, faults, onChange }: ChoicesProps) {
  const { t, lang } = useI18n();
  const words = t.people.form;
  const { all = [] } = useOffices();
  const roles = rolesToGive(manager);
  const isOfficer = manager.role === 'officer';
  const choose = (office: string | null) => {
    const place = all.find(({ id }) => id === office)?.place;
    // most people work where their office does
    onChange(place && values.scope === null ? { office, scope: placeValue(place) } : { office });
  };
  return (
    <>
      {roles.length > 1 && (
        <RadioGroup
          id="role"
          label={words.role}
          value={values.role}
          choices={roles.map((role) => ({
            value: role,
            label: t.shell.roles[role],
            children: (
              <span>
                {t.shell.roles[role]} <small class="muted">{running(words.roles[role])}</small>
              </span>
            ),
          }))}
          onChange={(chosen) =>
            onChange({ role: roles.find((one) => one === chosen) ?? values.role })
          }
        />
      )}
      {!isOfficer && (
        <Combobox
          id="office"
          label={words.office}
          hint={words.officeHint}
          error={faults.office}
          value={values.office}
          options={officeOptions(all, values.office, lang)}
          onChange={choose}
        />
      )}
      <Combobox
        id="scope"
        label={words.scope}
        hint={words.scopeHint}
        error={faults.scope}
        value={values.scope}
        options={placeOptions(manager.scope, lang, t.shell.wholeCountry)}
        onChange={(scope) => onChange({ scope })}
      />
    </>
  );
}
