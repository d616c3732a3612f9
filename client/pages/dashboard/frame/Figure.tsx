// The frame of every figure: finding, what is measured, chart or its table twin, honesty strip, links.
import type { ComponentChildren, RefObject } from 'preact';
import { useContext, useId, useRef, useState } from 'preact/hooks';
import type { CountsOf } from '../../../../shared/api/figures.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { layoutDashboard, messageSquareQuote, table as tableIcon } from '../../../ui/icons.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { Frozen } from './frozen.ts';
import { HonestyStrip } from './HonestyStrip.tsx';
import { type Explainable, HowComputed } from './HowComputed.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import type { TableTwin } from './table-twin.ts';
import './figure.css';

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
  readonly reply: CountsOf<never>;
  /** the responses behind it; null where they are those of several views */
  readonly href: string | null;
  readonly twin: TableTwin<Row>;
  /** how it was computed is said under this name */
  readonly how: Explainable;
  /** further ways to take it along */
  readonly moreLinks?: ComponentChildren;
  /** the chart, or why there is none */
  readonly children: ComponentChildren;
}

export function Figure<Row>(props: FigureProps<Row>) {
  const { className, finding, sub, switches, strip, twin, children } = props;
  const [asTable, setAsTable] = useState(false);
  const title = useId();
  const section = useRef<HTMLElement>(null);
  return (
    <section ref={section} class={`fig ${className}`} aria-labelledby={title}>
      <h2 id={title}>
        <Phrases text={finding} />
      </h2>
      <p class="sub">{sub}</p>
      {switches}
      <div class="body">
        {asTable ? (
          <DataTable
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
      <HonestyStrip lines={strip} />
      <FigureLinks {...props} section={section} asTable={asTable} onTable={setAsTable} />
      <HowComputed of={props.how} name={props.name} />
    </section>
  );
}

interface LinksProps<Row> extends FigureProps<Row> {
  readonly section: RefObject<HTMLElement | null>;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
}

function FigureLinks<Row>(props: LinksProps<Row>) {
  const { name, finding, reply, href, twin, moreLinks, section, asTable, onTable } = props;
  const speech = useI18n();
  const words = speech.t.dashboard;
  const frozen = useContext(Frozen);
  const { issues, responses } = reply.strip;
  const readText = words.readIssues(formatNumber(issues), formatNumber(responses));
  const tableLabel = words.ofFigure(asTable ? words.showChart : words.showTable, name);
  return (
    <p class="links no-print">
      <button type="button" aria-label={tableLabel} onClick={() => onTable(!asTable)}>
        <Icon of={asTable ? layoutDashboard : tableIcon} small />
        {asTable ? words.showChart : words.showTable}
      </button>
      {!frozen && href !== null && (
        <a href={href} aria-label={words.ofFigure(readText, name)}>
          <Icon of={messageSquareQuote} small />
          {readText}
        </a>
      )}
      <TakeAlong figure={{ name, finding, twin }} section={section} />
      {moreLinks}
    </p>
  );
}
