import { useRef } from 'preact/hooks';
import { saveFile } from '../../data/save-file.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { download, upload } from '../../ui/icons.ts';
import { running } from '../../ui/Running.tsx';

const template = `\uFEFFusername,name,role,office,scope,email
kanya.s,กัญญา ส.,enumerator,TH-40,TH-40,
prasit.t,ประสิทธิ์ ท.,officer,TH-40,TH-40,prasit@example.go.th
`;

interface ChooseFileProps {
  /** none was chosen yet: choosing one is what the page is for */
  readonly isFirst: boolean;
  readonly onChoose: (file: File) => void;
}

export function ChooseFile({ isFirst, onChoose }: ChooseFileProps) {
  const { t } = useI18n();
  const words = t.people.file;
  const input = useRef<HTMLInputElement>(null);
  return (
    <section class="panel">
      <p>{running(words.columns)}</p>
      <p class="row mt4">
        <Button
          kind={isFirst ? 'primary' : 'outlined'}
          icon={upload}
          onClick={() => input.current?.click()}
        >
          {isFirst ? words.choose : words.another}
        </Button>
        <Button
          kind="quiet"
          icon={download}
          onClick={() => saveFile('rabfang-people.csv', template, 'text/csv;charset=utf-8')}
        >
          {words.template}
        </Button>
      </p>
      <input
        ref={input}
        class="vh"
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
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
