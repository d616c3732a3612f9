// A figure's numbers for who takes them elsewhere.
import { useContext, useState } from 'preact/hooks';
import { workbookType } from '../../../../shared/workbook/workbook-type.ts';
import { saveFile } from '../../../data/save-file.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { download, fileSpreadsheet } from '../../../ui/icons.ts';
import { AboutView } from './about-view.ts';
import { figureCsv, figureSheet, type TakenFigure } from './take-along.ts';

export function TakeAlong<Row>({ figure }: { readonly figure: TakenFigure<Row> }) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const view = useContext(AboutView);
  const [failed, setFailed] = useState(false);
  const from = () => ({ view, source: location.href });
  const { name, twin } = figure;
  const saveSheet = async () => {
    // what packs a workbook comes with the first one
    const { bookBlob } = await import('../../../workbook/save-book.ts');
    const book = await bookBlob([figureSheet(figure, from(), speech)]);
    saveFile(`${twin.file}.xlsx`, book, workbookType);
  };
  const tried = (saving: Promise<void>) =>
    saving.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      <button
        type="button"
        aria-label={words.csvLabel(name)}
        onClick={() =>
          saveFile(`${twin.file}.csv`, figureCsv(figure, from(), speech), 'text/csv;charset=utf-8')
        }
      >
        <Icon of={download} small />
        {words.csv}
      </button>
      <button
        type="button"
        aria-label={words.excelLabel(name)}
        onClick={() => void tried(saveSheet())}
      >
        <Icon of={fileSpreadsheet} small />
        {words.excel}
      </button>
      {failed && <span role="alert">{words.notSaved}</span>}
    </>
  );
}
