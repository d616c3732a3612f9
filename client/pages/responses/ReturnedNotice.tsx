import { useState } from 'preact/hooks';
import type { Response } from '../../../shared/api/responses.ts';
import type { User } from '../../../shared/api/session.ts';
import { reviseSet } from '../../data/outbox-mending.ts';
import { sentBackOf } from '../../data/returned.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { Button } from '../../ui/Button.tsx';
import { pencil } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { usePointerWords } from './pointer-words.ts';

interface ReturnedNoticeProps {
  readonly response: Response;
  readonly user: User;
}

/** For who sent it, on whichever phone: why it came back, and the way to mend it. */
export function ReturnedNotice({ response, user }: ReturnedNoticeProps) {
  const { t, lang } = useI18n();
  const wordsOf = usePointerWords(response);
  const words = t.responses.one;
  const [failed, setFailed] = useState(false);
  const said = sentBackOf(response);
  const about = said?.pointer && wordsOf(said.pointer);
  const revise = () =>
    void reviseSet(response, user.username, lang).then(
      () => navigate(`/collect?draft=${response.id}`),
      () => setFailed(true),
    );
  return (
    <Notice kind="warning" title={words.returnedTo}>
      {said?.reason && <p>{words.because(said.reason)}</p>}
      {about && <p>{t.common.returned.about(about)}</p>}
      {failed && <p role="alert">{words.reviseFailed}</p>}
      <p class="mt2">
        <Button kind="primary" icon={pencil} onClick={revise}>
          {words.revise}
        </Button>
      </p>
    </Notice>
  );
}
