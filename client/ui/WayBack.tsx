// The way back above a page: to where one came from, at the place that was left there; else to the list that the page belongs to.
import { useI18n } from '../i18n/i18n.ts';
import { cameFrom, goBackTo } from '../router.ts';
import { Icon } from './Icon.tsx';
import { chevronLeft } from './icons.ts';

interface WayBackProps {
  /** path of the list, such as `/responses` */
  readonly list: string;
  /** what stands behind its `?` for whoever came by a link from outside */
  readonly query?: string;
  /** what the list is called */
  readonly word: string;
}

export function WayBack({ list, query = '', word }: WayBackProps) {
  const { t } = useI18n();
  const from = cameFrom();
  const [before = ''] = (from ?? '').split('?');
  // one thing of the list after another, or the door: no place to go back to
  const isPassed = before === '' || before === '/signin' || before.startsWith(`${list}/`);
  const to = from !== null && !isPassed ? from : query === '' ? list : `${list}?${query}`;
  return (
    <a href={`#${to}`} onClick={(event) => goBackTo(to, event)}>
      <Icon of={chevronLeft} small />
      {isPassed || before === list ? word : t.common.pageBefore}
    </a>
  );
}
