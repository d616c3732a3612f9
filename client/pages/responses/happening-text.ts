import type { Happening } from '../../../shared/api/responses.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What happened to a response, as its history says it. */
export function happeningText(happening: Happening, t: Messages): string {
  if (happening === 'taken-back' || happening === 'revised' || happening === 'erased')
    return t.responses.one.happened[happening];
  return t.common.statuses[happening];
}
