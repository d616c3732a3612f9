import type { Happening } from '../../../shared/api/responses.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What happened to a response, as its history says it. */
export function happeningText(happening: Happening, t: Messages, tier?: 1 | 2): string {
  if (happening === 'taken-back' || happening === 'revised' || happening === 'erased')
    return t.responses.one.happened[happening];
  const said = t.common.statuses[happening];
  // `endorsed` says itself whose it was
  if (tier === undefined || happening === 'endorsed') return said;
  return `${said} · ${t.responses.one.tiers[tier]}`;
}
