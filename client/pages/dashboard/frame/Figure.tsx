// The frame of every figure: finding, what is measured, chart or its table twin, honesty strip, links.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Icon } from '../../../ui/Icon.tsx';
import {
  download,
  layoutDashboard,
  messageSquareQuote,
  table as tableIcon,
} from '../../../ui/icons.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { Marked } from './Marked.tsx';
import { saveCsv } from './save-csv.ts';

/** A column of the table twin, and of its CSV. */
export interface TwinColumn<Row> extends Column<Row> {
  /** plain text of the head, for the CSV */
  readonly name: string;
  /** the number itself, not as it is printed; null = not known */
  readonly raw: (row: Row) => string | number | null;
}

export interface Twin<Row> {
  readonly columns: readonly TwinColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** name of the CSV, without ending */
  readonly file: string;
}

interface FigureProps<Row> {
  readonly className: string;
  /** the finding, or a plain title */
  readonly finding: string;
  /** what is measured, in one line */
  readonly sub: string;
  /** the plain name of the figure */
  readonly name: string;
  readonly switches?: ComponentChildren;
  readonly strip: readonly string[];
  readonly issues: number;
  readonly href: string;
  readonly twin: Twin<Row>;
  /** the chart, or why there is none */
  readonly children: ComponentChildren;
}

export function Figure<Row>(props: FigureProps<Row>) {
  const { className, finding, sub, switches, strip, twin, children } = props;
  const { t } = useI18n();
  const [asTable, setAsTable] = useState(false);
  const title = useId();
  return (
    <section class={`fig ${className}`} aria-labelledby={title}>
      <h2 id={title}>
        <Phrases text={finding} />
      </h2>
      <p class="sub">{sub}</p>
      {switches}
      <div class="body">
        {asTable ? (
          <Table
            caption={finding}
            captionHidden
            columns={twin.columns}
            rows={twin.rows}
            rowKey={twin.rowKey}
          />
        ) : (
          children
        )}
      </div>
      <ul class="honest" aria-label={t.dashboard.sources}>
        {strip.map((line) => (
          <li key={line}>
            <Marked text={line} />
          </li>
        ))}
      </ul>
      <FigureLinks {...props} asTable={asTable} onTable={setAsTable} />
    </section>
  );
}

interface LinksProps<Row> extends FigureProps<Row> {
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
}

function FigureLinks<Row>({ name, issues, href, twin, asTable, onTable }: LinksProps<Row>) {
  const { t } = useI18n();
  const words = t.dashboard;
  return (
    <p class="links no-print">
      <button type="button" onClick={() => onTable(!asTable)}>
        <Icon of={asTable ? layoutDashboard : tableIcon} small />
        {asTable ? words.showChart : words.showTable}
      </button>
      <a href={href}>
        <Icon of={messageSquareQuote} small />
        {words.readIssues(formatNumber(issues))}
      </a>
      <button type="button" aria-label={words.csvLabel(name)} onClick={() => saveCsv(twin)}>
        <Icon of={download} small />
        {words.csv}
      </button>
    </p>
  );
}
