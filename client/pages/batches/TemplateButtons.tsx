import { useState } from 'preact/hooks';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { workbookType } from '../../../shared/workbook/workbook-type.ts';
import { saveFile } from '../../data/save-file.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { download } from '../../ui/icons.ts';
import { templateColumns, templateCsv } from '../../workbook/template.ts';

/** An empty table of the round in the language that is spoken; the library that writes workbooks comes with the first press. */
export function TemplateButtons({ survey }: { readonly survey: Survey }) {
  const { t, lang } = useI18n();
  const words = t.workbook.saving;
  const [busy, setBusy] = useState(false);
  const name = words.templateName(survey.id);
  const columns = () =>
    templateColumns(survey as SurveyDefinition, { lang, day: bangkokDay(new Date()) }); // on the wire a kind is any text
  const saveWorkbook = async () => {
    setBusy(true);
    try {
      const { writeTemplate } = await import('../../workbook/write-template.ts');
      saveFile(`${name}.xlsx`, await writeTemplate(columns(), words), workbookType);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h3>{words.template}</h3>
      <p>{words.templateLead}</p>
      <p class="row">
        <Button dense icon={download} busy={busy} onClick={() => void saveWorkbook()}>
          Excel (.xlsx)
        </Button>
        <Button
          dense
          icon={download}
          onClick={() => saveFile(`${name}.csv`, templateCsv(columns()), 'text/csv;charset=utf-8')}
        >
          CSV
        </Button>
      </p>
    </>
  );
}
