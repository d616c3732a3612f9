import type { Response } from '../../../shared/api/responses.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { violationText } from '../../i18n/violation-text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { triangleAlert } from '../../ui/icons.ts';
import { usePointerWords } from './pointer-words.ts';

/** What the rules noticed; it was stored all the same. */
export function Warnings({ response }: { readonly response: Response }) {
  const { t } = useI18n();
  const words = t.responses.one;
  const placeOf = usePointerWords(response);
  return (
    <section class="panel">
      <h2>{words.warnings}</h2>
      {response.violations.length === 0 && <p class="muted mt2">{words.noWarnings}</p>}
      <ul class="list mt2">
        {response.violations.map((violation) => {
          const where = placeOf(violation.pointer);
          return (
            <li key={violation.code + violation.pointer} class="cmt">
              <Icon of={triangleAlert} />
              <span>
                {where && <b>{words.at(where)} </b>}
                {violationText(violation, t)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
