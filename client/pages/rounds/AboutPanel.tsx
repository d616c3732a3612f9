import { photoLimits } from '../../../shared/photos/photo.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { RoundErrors, RoundValues } from './round-values.ts';

interface AboutPanelProps {
  readonly values: RoundValues;
  readonly errors: RoundErrors;
  readonly onChange: (part: Partial<RoundValues>) => void;
}

const most = photoLimits.perIssue;

/** What a round is called, when it takes responses, and what of them counts. */
export function AboutPanel({ values, errors, onChange }: AboutPanelProps) {
  const { t } = useI18n();
  const words = t.rounds;
  const { names } = values;
  const nameOf = (one: 'th' | 'en', label: string) => (
    <TextInput
      id={`name-${one}`}
      label={label}
      lang={one}
      value={names[one]}
      error={errors[one]}
      maxLength={200}
      onInput={(text) => onChange({ names: { ...names, [one]: text } })}
    />
  );
  const textOf = (
    key: 'opens' | 'closes' | 'retention' | 'expected',
    label: string,
    hint: string,
  ) => (
    <TextInput
      id={`round-${key}`}
      label={label}
      hint={hint}
      value={values[key]}
      error={errors[key]}
      onInput={(text) => onChange({ [key]: text })}
    />
  );
  return (
    <section class="panel" aria-labelledby="round-about">
      <h2 id="round-about">{words.about}</h2>
      <div class="round-two">
        {nameOf('th', words.names.th)}
        {nameOf('en', words.names.en)}
        {textOf('opens', words.opens, words.dayHint)}
        {textOf('closes', words.closes, words.dayHint)}
        <RadioGroup
          label={words.counting}
          error={errors.counting}
          value={values.countApprovedOnly ? 'approved' : 'all'}
          choices={[
            { value: 'all', label: words.countAll },
            { value: 'approved', label: words.countApproved },
          ]}
          onChange={(chosen) => onChange({ countApprovedOnly: chosen === 'approved' })}
        />
        <RadioGroup
          label={words.tiers}
          value={String(values.reviewTiers)}
          choices={words.tierNames.map((label, tier) => ({ value: String(tier), label }))}
          onChange={(tier) => onChange({ reviewTiers: tier === '0' ? 0 : tier === '1' ? 1 : 2 })}
        />
        <PhotosChoice values={values} onChange={onChange} />
        {textOf('expected', words.expected, words.expectedHint)}
        {textOf('retention', words.retention, words.retentionHint)}
      </div>
    </section>
  );
}

function PhotosChoice({ values, onChange }: Pick<AboutPanelProps, 'values' | 'onChange'>) {
  const { t } = useI18n();
  const words = t.rounds;
  const { photosPerIssue } = values;
  return (
    <RadioGroup
      label={words.photos}
      value={photosPerIssue === 0 ? 'none' : 'some'}
      choices={[
        { value: 'some', label: words.photosSome(String(photosPerIssue || most)) },
        { value: 'none', label: words.photosNone },
      ]}
      onChange={(chosen) => onChange({ photosPerIssue: chosen === 'none' ? 0 : most })}
    />
  );
}
