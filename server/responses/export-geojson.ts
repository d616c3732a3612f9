// What a number counts, for a geographic information system: a feature for each issue, with the columns of the CSV. It stands where
// its respondent was; where that was not said it has no geometry (RFC 7946, 3.2), and its province to be joined by.
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import type { Context } from '../context.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import {
  type ExportLine,
  exportedColumns,
  exportedLines,
  type LineColumn,
} from './export-lines.ts';

/** they are the geometry */
const geometry: readonly string[] = ['latitude', 'longitude'];

/** Pieces of the file; constant memory. */
export async function* exportGeojson(
  context: Context,
  survey: SurveyDefinition,
  question: FactsQuestion,
): AsyncGenerator<string> {
  const columns = exportedColumns(survey, context).filter(([name]) => !geometry.includes(name));
  yield '{"type":"FeatureCollection","features":[';
  let between = '\n';
  for await (const lines of exportedLines(context, question)) {
    let piece = '';
    for (const line of lines) {
      piece += between + JSON.stringify(toFeature(line, columns));
      between = ',\n';
    }
    yield piece;
  }
  yield '\n]}\n';
}

function toFeature(line: ExportLine, columns: readonly LineColumn[]) {
  const { position } = line.stored.place;
  const cells = columns.map(([name, cell]) => [name, cell(line) ?? null] as const);
  return {
    type: 'Feature',
    id: `${line.stored._id}#${line.issue.id}`,
    geometry: position && { type: 'Point', coordinates: [position.lng, position.lat] },
    properties: Object.fromEntries(cells),
  };
}
