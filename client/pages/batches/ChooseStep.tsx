import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { Batch } from '../../../shared/api/batches.ts';
import { useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { fileSpreadsheet, upload } from '../../ui/icons.ts';
import { droppedFiles, filesOfFolder, type Taken } from './dropped-files.ts';
import { StepHead } from './StepHead.tsx';
import { TemplateButtons } from './TemplateButtons.tsx';

interface ChooseStepProps {
  /** the interrupted batch that the next file is to finish */
  readonly resume: Batch | null;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onFiles: (taken: Taken) => void;
}

export function ChooseStep({ resume, headingRef, onFiles }: ChooseStepProps) {
  const { t } = useI18n();
  const words = t.batches.choose;
  const { survey } = useSurvey();
  const title = resume ? words.resumeTitle(resume.name) : words.title;
  return (
    <>
      <StepHead
        title={title}
        text={resume ? words.resumeLead(resume.counts.rows) : words.lead}
        headingRef={headingRef}
      />
      <div class="choose">
        <DropZone several={resume === null} onFiles={onFiles} />
        <aside class="panel">
          <h2>{words.whatTitle}</h2>
          <ul class="bullets">
            {words.what.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {survey && <TemplateButtons survey={survey} />}
          <p class="small mt4">
            <a href="#/batches/choices">{t.shell.titles.readings}</a>
          </p>
        </aside>
      </div>
    </>
  );
}

interface DropZoneProps {
  readonly several: boolean;
  /** another button is the main one of the page */
  readonly aside?: boolean;
  readonly onFiles: (taken: Taken) => void;
}

/** The file input does the work, also by keyboard; dropping is a shortcut for a mouse. */
export function DropZone({ several, aside, onFiles }: DropZoneProps) {
  const words = useI18n().t.batches.choose;
  const [over, setOver] = useState(false);
  const [nothing, setNothing] = useState(false);
  const take = ({ files, leftOut }: Taken) => {
    setNothing(files.length === 0 && leftOut > 0);
    onFiles(several ? { files, leftOut } : { files: files.slice(0, 1), leftOut: 0 });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is only a shortcut, the input inside does the work
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <Icon of={fileSpreadsheet} />
      <p class="drop-pick">
        <FileInput several={several} onFiles={(files) => take({ files, leftOut: 0 })} />
        <label class={aside ? 'btn outlined' : 'btn primary'} for="file">
          <Icon of={upload} />
          {words.button}
        </label>
      </p>
      <p class="muted" id="file-hint">
        {over ? words.release : words.drop}
      </p>
      {several && <FolderInput onFiles={(files) => take(filesOfFolder(files))} />}
      <p role="status">{nothing && words.noTables}</p>
    </div>
  );
}

interface FileInputProps {
  readonly several: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function FileInput({ several, onFiles }: FileInputProps) {
  return (
    <input
      id="file"
      class="vh"
      type="file"
      multiple={several}
      aria-describedby="file-hint"
      onChange={({ currentTarget }) => {
        onFiles([...(currentTarget.files ?? [])]);
        // so that the same file can be chosen again
        currentTarget.value = '';
      }}
    />
  );
}

/** Every table in a folder; phones choose none. */
function FolderInput({ onFiles }: Pick<FileInputProps, 'onFiles'>) {
  return (
    <p class="drop-pick drop-folder">
      <input
        id="folder"
        class="vh"
        type="file"
        {...{ webkitdirectory: true }}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <label class="btn quiet dense" for="folder">
        {useI18n().t.batches.choose.folder}
      </label>
    </p>
  );
}
