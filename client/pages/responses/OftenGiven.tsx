import { paths } from '../../../shared/api/paths.ts';
import { labelIn } from '../../../shared/text/names.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';

interface OftenGivenProps {
  /** the id of where it is written */
  readonly field: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** Reasons that the reviewer's office gives often: a press adds one to what is written. */
export function OftenGiven({ field, reason, onReason }: OftenGivenProps) {
  const { t, lang } = useI18n();
  const { user } = useSession();
  const { data } = useQuery(user && paths.reasonTemplates(user.office));
  const offered = data?.items.filter(({ state }) => state === 'active') ?? [];
  if (offered.length === 0) return null;
  const add = (words: string) => {
    const written = reason.trim();
    onReason(written === '' ? words : `${written}\n${words}`);
    document.getElementById(field)?.focus();
  };
  return (
    <fieldset class="often mt4">
      <legend class="small muted">{t.responses.review.oftenGiven}</legend>
      <div class="row">
        {offered.map((one) => (
          <Button key={one.id} dense onClick={() => add(labelIn(one, lang))}>
            {labelIn(one, lang)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
