import { useState } from 'preact/hooks';
import { saveFile } from '../../data/save-file.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { download, link } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';

interface RecoveryCodeListProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown this once, to be kept. */
export function RecoveryCodeList({ codes, onKept }: RecoveryCodeListProps) {
  const { t } = useI18n();
  const words = t.account.secondFactor;
  const [said, setSaid] = useState('');
  const text = codes.join('\n');
  const copy = async () => {
    const isDone = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    const outcome = isDone ? words.copied : words.copyFailed;
    setSaid(outcome);
    announce(outcome);
  };
  return (
    <>
      <Notice kind="warning">{words.codesWhy}</Notice>
      <ol class="recovery-codes" aria-label={words.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="row mt4">
        <Button icon={link} onClick={() => void copy()}>
          {words.copyCodes}
        </Button>
        <Button icon={download} onClick={() => saveFile(words.fileName, `${text}\n`, 'text/plain')}>
          {words.saveCodes}
        </Button>
        <span class="small muted">{said}</span>
      </p>
      <p class="mt4">
        <Button kind="primary" onClick={onKept}>
          {words.kept}
        </Button>
      </p>
    </>
  );
}
