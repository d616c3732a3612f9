import { useRef, useState } from 'preact/hooks';
import { announce } from './Announcer.tsx';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { link } from './icons.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly copy: string;
  readonly copied: string;
  /** the browser does not let us: the text is selected then */
  readonly failed: string;
}

/** A text that is shown once, to be copied. */
export function CopyField({ label, value, copy, copied, failed }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const press = async () => {
    const isDone = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    if (!isDone) input.current?.select();
    const text = isDone ? copied : failed;
    setSaid(text);
    announce(text);
  };
  return (
    <div class="copy-field">
      <Field label={label}>
        {(control) => (
          <input
            {...control}
            ref={input}
            class="inp"
            type="text"
            value={value}
            readOnly
            spellcheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <p class="row mt4">
        <Button kind="primary" icon={link} onClick={() => void press()}>
          {copy}
        </Button>
        <span class="small muted">{said}</span>
      </p>
    </div>
  );
}
