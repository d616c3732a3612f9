// Above a snapshot: what it is, of when, and what has changed since.
import { paths } from '../../../../shared/api/paths.ts';
import type { SnapshotDifference, SnapshotItem } from '../../../../shared/api/snapshots.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { camera, fileText, link, printer } from '../../../ui/icons.ts';
import { briefAddress } from '../brief/brief-address.ts';
import { dashboardHref } from '../view.ts';
import { differenceText } from './difference-text.ts';
import { frozenView } from './frozen-view.ts';

export function Banner({ item }: { readonly item: SnapshotItem }) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.snapshots;
  const { id, survey, name, by, filters, frozenAt } = item;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      announce(words.copied);
    } catch {
      // a browser may forbid it, for example without https
      announce(words.notCopied);
    }
  };
  return (
    <section class="frozen" aria-label={words.banner(id)}>
      <p class="frozen-name">
        <Icon of={camera} />
        <strong>{name}</strong>
        <span class="frozen-id">{words.banner(id)}</span>
      </p>
      <p>
        {words.view}: <strong>{frozenView(item, speech)}</strong>
      </p>
      <p>{words.bannerOf(formatInstant(frozenAt, lang), by)}</p>
      <Since survey={survey} id={id} />
      <p class="row no-print">
        <ButtonLink dense href={dashboardHref({ compare: null, filters })}>
          {words.now}
        </ButtonLink>
        <ButtonLink dense icon={fileText} href={`#${briefAddress(item)}`}>
          {t.dashboard.brief}
        </ButtonLink>
        <Button dense icon={link} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button dense icon={printer} onClick={() => print()}>
          {words.print}
        </Button>
        <ButtonLink dense href="#/snapshots">
          {words.all}
        </ButtonLink>
      </p>
      <p class="small muted no-print">{words.liveLists}</p>
    </section>
  );
}

function Since({ survey, id }: Pick<SnapshotItem, 'survey' | 'id'>) {
  const speech = useI18n();
  const words = speech.t.snapshots;
  const { data, error, refetch } = useQuery(paths.snapshotDifference(survey, id));
  if (!data)
    return (
      <p aria-live="polite">
        {error ? (
          <>
            {words.notCompared}{' '}
            <button type="button" class="link" onClick={refetch}>
              {speech.t.common.retry}
            </button>
          </>
        ) : (
          words.comparing
        )}
      </p>
    );
  return (
    <>
      <p class="frozen-since">{differenceText(data, speech)}</p>
      {!data.same && <Details difference={data} />}
    </>
  );
}

function Details({ difference }: { readonly difference: SnapshotDifference }) {
  const words = useI18n().t.snapshots;
  return (
    <details class="no-print">
      <summary>{words.details}</summary>
      <DataTable
        caption={words.details}
        captionHidden
        rows={difference.figures.filter(({ rows }) => rows > 0)}
        rowKey={({ figure }) => figure}
        columns={[
          {
            key: 'figure',
            head: words.figure,
            cell: ({ figure }) => words.figures[figure] ?? figure,
          },
          {
            key: 'rows',
            head: words.rows,
            numeric: true,
            cell: ({ rows, of }) => words.rowsOf(formatNumber(rows), formatNumber(of)),
          },
        ]}
      />
    </details>
  );
}
