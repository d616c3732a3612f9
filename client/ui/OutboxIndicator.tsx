import { formatNumber } from '../i18n/format.ts';
import { useI18n } from '../i18n/i18n.ts';
import { Icon } from './Icon.tsx';
import { circleAlert, cloudOff, smartphone, wifi } from './icons.ts';
import './outbox-indicator.css';

interface OutboxIndicatorProps {
  readonly online: boolean;
  readonly waiting: number;
  readonly refused: number;
}

/** In the top bar: is there a connection, and how much has not arrived yet. Leads to the outbox. */
export function OutboxIndicator({ online, waiting, refused }: OutboxIndicatorProps) {
  const { t } = useI18n();
  const words = t.common.connection;
  const count = formatNumber(waiting);
  const signal = online ? words.online : words.offline;
  const load = waiting === 0 ? null : online ? words.waiting(count) : words.kept(count);
  const fix = refused === 0 ? null : words.fix(formatNumber(refused));
  const shown = fix ?? load ?? signal;
  const said = [signal, load, fix].filter(Boolean).join(' ');
  const kind = fix ? 'fix' : online && !load ? 'on' : 'off';
  const icon = fix ? circleAlert : !online ? cloudOff : load ? smartphone : wifi;
  return (
    <a class={`netbtn ${kind}`} href="#/outbox" aria-label={words.toOutbox(said)}>
      <Icon of={icon} />
      <span class="netbtn-words">{shown}</span>
      {(fix || load) && <span class="netbtn-count">{fix ? refused : waiting}</span>}
    </a>
  );
}
