import type { Happening } from '../../../shared/api/responses.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What happened to a response, as its history says it. */
export function happeningText(happening: Happening, t: Messages, tier?: 1 | 2): string {
  const { happened } = t.responses.one;
  if (isBesides(happening, happened)) return happened[happening];
  const said = t.common.statuses[happening];
  // `endorsed` says itself whose it was
  if (tier === undefined || happening === 'endorsed') return said;
  return `${said} · ${t.responses.one.tiers[tier]}`;
}

type Happened = Messages['responses']['one']['happened'];

/** What gives no status of its own. */
function isBesides(happening: Happening, happened: Happened): happening is keyof Happened {
  return Object.hasOwn(happened, happening);
}
