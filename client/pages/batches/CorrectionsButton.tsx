import type { Batch, BatchRow } from '../../../shared/api/batches.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { violationWords } from '../../../shared/survey/violation-words.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import type { Lang } from '../../../shared/text/names.ts';
import { workbookType } from '../../../shared/workbook/workbook-type.ts';
import { rejectedRows } from '../../data/batch-state.ts';
import { everyReject, rejectsFile } from '../../data/rejects.ts';
import { saveFile } from '../../data/save-file.ts';
import { useSurvey } from '../../data/survey.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { fileSpreadsheet } from '../../ui/icons.ts';
import { templateColumns } from '../../workbook/template.ts';

/** more are quicker mended where they come from */
const mostRows = 10_000;

/** The rejected rows as a workbook with the wrong cells marked; nothing where none is to be fixed, or too many. */
export function CorrectionsButton({ batch }: { readonly batch: Batch }) {
  const { t, lang } = useI18n();
  const words = t.workbook.saving;
  const { survey } = useSurvey();
  const { busy, failure, send } = useSending();
  if (!survey || rejectedRows(batch).toFix === 0 || batch.counts.rejected > mostRows) return null;
  const save = async () => {
    const [csv, rows, writing] = await Promise.all([
      rejectsFile(survey.id, batch.id, lang),
      everyReject(survey.id, batch.id),
      import('../../workbook/write-corrections.ts'),
    ]);
    const bytes = await writing.writeCorrections({
      records: writing.recordsOf(csv),
      reasons: reasonsOf(rows, lang),
      choices: choicesOf(batch, survey, lang),
      words: { ...words, table: words.toFix },
    });
    saveFile(`${words.correctionsName(batch.receipt)}.xlsx`, bytes, workbookType);
  };
  return (
    <>
      <Button icon={fileSpreadsheet} busy={busy} onClick={() => void send(save)}>
        {words.corrections}
      </Button>
      <FailureNotice of={failure} />
    </>
  );
}

function reasonsOf(rows: readonly BatchRow[], lang: Lang): Map<number, Map<string, string>> {
  return new Map(
    rows.map(({ row, violations }) => {
      const byHeader = new Map<string, string>();
      for (const violation of violations) {
        const { column } = violation;
        if (column === null) continue;
        const before = byHeader.get(column);
        const text = violationWords(violation, lang);
        byHeader.set(column, before === undefined ? text : `${before}\n${text}`);
      }
      return [row, byHeader];
    }),
  );
}

/** The lists that a template of the round offers, under the headers of this file. */
function choicesOf(batch: Batch, survey: Survey, lang: Lang): Map<string, readonly string[]> {
  const day = bangkokDay(new Date());
  // on the wire a question's kind is any text
  const columns = templateColumns(survey as SurveyDefinition, { lang, day });
  const offered = new Map(columns.map(({ field, choices }) => [String(field), choices]));
  const headers = Object.entries(batch.mapping);
  return new Map(headers.map(([header, field]) => [header, offered.get(field) ?? []]));
}
