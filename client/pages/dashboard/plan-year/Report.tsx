import { useCallback, useState } from 'preact/hooks';
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Progress } from '../../../ui/Progress.tsx';
import { ContentsSheets, CoverSheet, rowsPerSheet } from './ReportFront.tsx';
import { type CitedReport, SheetFoot } from './SheetFoot.tsx';
import { type SheetData, SubPlanSheet } from './SubPlanSheet.tsx';

interface ReportProps {
  readonly data: SheetData;
  /** one sheet alone */
  readonly only: string | null;
  /** null: a preview that nobody can cite */
  readonly cited: CitedReport | null;
}

/** All sheets; while quotations are still coming it says how many are whole. */
export function Report({ data, only, cited }: ReportProps) {
  const words = useI18n().t.planReport;
  const { survey, plan } = data;
  const all = survey.subPlans.filter(({ id }) => plan.rows.some(({ subPlan }) => subPlan === id));
  const shown = only === null ? all : all.filter(({ id }) => id === only);
  const front = only === null ? 1 + Math.ceil(shown.length / rowsPerSheet) : 0;
  const pages = front + shown.length;
  const [quoted, setQuoted] = useState<ReadonlySet<string>>(new Set());
  const onQuotes = useCallback((id: string) => setQuoted((before) => new Set([...before, id])), []);
  const waiting = plan.rows.filter(
    ({ subPlan, responses }) =>
      shown.some(({ id }) => id === subPlan) && responses > 0 && !isSmall(responses),
  );
  const ready = waiting.filter(({ subPlan }) => quoted.has(subPlan)).length;
  const isReady =
    data.words !== undefined && data.projects !== undefined && ready === waiting.length;
  const nameOf = useNameOf(data);
  return (
    <div class="report" data-ready={isReady}>
      {!isReady && (
        <div class="brief-bar no-print" role="status">
          <Progress
            label={words.progress(formatNumber(ready), formatNumber(waiting.length))}
            done={waiting.length === 0 ? null : ready / waiting.length}
          />
        </div>
      )}
      {only === null && (
        <>
          <CoverSheet data={data} cited={cited} pages={pages} />
          <ContentsSheets
            data={data}
            cited={cited}
            nameOf={nameOf}
            first={front + 1}
            pages={pages}
          />
        </>
      )}
      {shown.map(({ id }, at) => (
        <SubPlanSheet
          key={id}
          {...data}
          id={id}
          name={nameOf(id)}
          foot={<SheetFoot cited={cited} page={front + at + 1} pages={pages} />}
          onQuotes={() => onQuotes(id)}
        />
      ))}
    </div>
  );
}

/** As the round of the report names it: a snapshot keeps the names that were in force. */
function useNameOf({ survey }: Pick<SheetData, 'survey'>): (id: string) => string {
  const { t, lang } = useI18n();
  return (id) => {
    const one = survey.subPlans.find((other) => other.id === id);
    const name = one ? nameIn(one, lang) : '';
    return one && name !== '' ? `${one.code} ${name}` : t.plan.unnamed(one?.code ?? id);
  };
}
