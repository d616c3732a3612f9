import type { PeopleRow } from '../../../shared/api/people.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { circleAlert, circleCheck, copyCheck } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';
import { invitationLink } from './invitation-link.ts';

const shownRows = 100;
const looks = {
  new: { kind: 'ok', icon: circleCheck },
  same: { kind: 'offline', icon: copyCheck },
  wrong: { kind: 'error', icon: circleAlert },
} as const;

interface PeopleRowsProps {
  readonly rows: readonly PeopleRow[];
  /** all of them, with their links: they are shown this once */
  readonly whole?: boolean;
}

/** What each row of a file of people came to. */
export function PeopleRows({ rows, whole }: PeopleRowsProps) {
  const { t } = useI18n();
  const words = t.people.file;
  const columns: TableColumn<PeopleRow>[] = [
    {
      key: 'row',
      head: words.row,
      cell: ({ row, line }) => (
        <>
          {formatNumber(row)} <small class="muted">{words.lineOf(formatNumber(line))}</small>
        </>
      ),
    },
    {
      key: 'who',
      head: t.people.name,
      cell: ({ username, name }) => (
        <>
          {name}
          <small>{username}</small>
        </>
      ),
    },
    {
      key: 'outcome',
      head: words.outcome,
      cell: ({ outcome, reasons }) => (
        <>
          <Tag {...looks[outcome]}>{words.outcomes[outcome]}</Tag>
          {reasons.map(({ code, column }) => (
            <small key={`${column} ${code}`}>
              {column}: {words.reasons[code]}
            </small>
          ))}
        </>
      ),
    },
  ];
  const link: TableColumn<PeopleRow> = {
    key: 'link',
    head: words.link,
    cell: ({ invitation }) =>
      invitation && <span class="link-text">{invitationLink(invitation.code)}</span>,
  };
  const shown = whole ? rows : rows.slice(0, shownRows);
  return (
    <div class="people-rows mt4">
      <DataTable
        caption={words.caption}
        captionHidden
        columns={whole ? [...columns, link] : columns}
        rows={shown}
        rowKey={({ row }) => String(row)}
      />
      {shown.length < rows.length && (
        <p class="small muted mt2">
          {words.shownFirst(formatNumber(shown.length), formatNumber(rows.length))}
        </p>
      )}
    </div>
  );
}
