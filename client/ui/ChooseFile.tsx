import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { download, upload } from './icons.ts';

interface ChooseFileProps {
  readonly words: {
    readonly choose: string;
    readonly another: string;
    readonly template: string;
  };
  /** what it has to be like */
  readonly children: ComponentChildren;
  /** none was chosen yet: choosing one is what the page is for */
  readonly isFirst: boolean;
  /** endings and types, as `accept` has them */
  readonly accept: string;
  readonly onTemplate: () => void;
  readonly onChoose: (file: File) => void;
}

/** A file is asked for, and its template offered. */
export function ChooseFile(props: ChooseFileProps) {
  const { words, children, isFirst, accept, onTemplate, onChoose } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <section class="panel">
      <p>{children}</p>
      <p class="row mt4">
        <Button
          kind={isFirst ? 'primary' : 'outlined'}
          icon={upload}
          onClick={() => input.current?.click()}
        >
          {isFirst ? words.choose : words.another}
        </Button>
        <Button kind="quiet" icon={download} onClick={onTemplate}>
          {words.template}
        </Button>
      </p>
      <input
        ref={input}
        class="vh"
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-label={words.choose}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // the same file again, once it was mended
          event.currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
    </section>
  );
}
