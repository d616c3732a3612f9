import { useSession } from '../../../data/session.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';

/** What a report is cited by. */
export interface CitedReport {
  readonly id: string;
  readonly before: string;
  /** of the year's */
  readonly digest: string;
  readonly address: string;
}

interface FootProps {
  readonly cited: Pick<CitedReport, 'id' | 'before'> | null;
  readonly page: number;
  readonly pages: number;
}

/** Whether it can be cited, and which page it is. */
export function SheetFoot({ cited, page, pages }: FootProps) {
  const { t } = useI18n();
  const words = t.planReport;
  const { demo } = useSession();
  return (
    <>
      <div>
        {demo && (
          <p>
            <b>{t.shell.demo}</b> {t.shell.demoWhy}
          </p>
        )}
        <p>
          <b>{cited === null ? t.brief.draft : words.cite(cited.id, cited.before)}</b>
        </p>
      </div>
      <p>
        <b>{words.page(formatNumber(page), formatNumber(pages))}</b>
      </p>
    </>
  );
}
