// A figure as a picture, with its sentence, its strip and where it is from.
import { saveFile } from '../../../data/save-file.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { asPng, takePicture } from '../../../ui/picture/take-picture.ts';
import { isForOutside, type TakenFigure } from './take-along.ts';

const without = '.links, .how, .switches, .seg, .vh, .stage-tip, .no-print';

export async function savedPicture<Row>(
  section: Element,
  figure: TakenFigure<Row>,
  kind: 'png' | 'svg',
  { t }: Speech,
): Promise<void> {
  const { about } = t.dashboard;
  const title = isForOutside(figure) ? figure.finding : figure.name;
  const source = `${about.source}: Rabfang · ${location.href}`;
  const heading = section.querySelector('h2');
  const picture = await takePicture(section, { without, title, source }, () =>
    heading === null || title === figure.finding ? new Map() : new Map([[heading, title]]),
  );
  const { file } = figure.twin;
  if (kind === 'svg') saveFile(`${file}.svg`, picture.svg, 'image/svg+xml');
  else saveFile(`${file}.png`, await asPng(picture), 'image/png');
}
