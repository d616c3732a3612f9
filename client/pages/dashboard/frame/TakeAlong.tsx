// A figure's numbers for who takes them elsewhere.
import { useContext, useState } from 'preact/hooks';
import { workbookType } from '../../../../shared/workbook/workbook-type.ts';
import { saveFile } from '../../../data/save-file.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { download, fileSpreadsheet, image } from '../../../ui/icons.ts';
import { AboutView } from './about-view.ts';
import { figureCsv, figureSheet, type TakenFigure } from './take-along.ts';

interface TakeProps<Row> {
  readonly figure: TakenFigure<Row>;
  /** what a picture is taken of */
  readonly section: { readonly current: HTMLElement | null };
}

/** CSV, workbook, and the figure as a picture. What makes the last three comes with the first press. */
export function TakeAlong<Row>({ figure, section }: TakeProps<Row>) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const view = useContext(AboutView);
  const [failed, setFailed] = useState(false);
  const from = () => ({ view, source: location.href });
  const { name, twin } = figure;
  const saveCsv = async () =>
    saveFile(`${twin.file}.csv`, figureCsv(figure, from(), speech), 'text/csv;charset=utf-8');
  const saveSheet = async () => {
    const { bookBlob } = await import('../../../workbook/save-book.ts');
    const book = await bookBlob([figureSheet(figure, from(), speech)]);
    saveFile(`${twin.file}.xlsx`, book, workbookType);
  };
  const savePicture = (kind: 'png' | 'svg') => async () => {
    const { current } = section;
    if (current === null) return;
    const { savedPicture } = await import('./save-picture.ts');
    await savedPicture(current, figure, kind, speech);
  };
  const buttons = [
    { icon: download, word: words.csv, label: words.csvLabel, save: saveCsv },
    { icon: fileSpreadsheet, word: words.excel, label: words.excelLabel, save: saveSheet },
    { icon: image, word: words.png, label: words.pngLabel, save: savePicture('png') },
    { icon: image, word: words.svg, label: words.svgLabel, save: savePicture('svg') },
  ];
  const press = (save: () => Promise<void>) =>
    save().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      {buttons.map(({ icon, word, label, save }) => (
        <button key={word} type="button" aria-label={label(name)} onClick={() => void press(save)}>
          <Icon of={icon} small />
          {word}
        </button>
      ))}
      {failed && <span role="alert">{words.notSaved}</span>}
    </>
  );
}
