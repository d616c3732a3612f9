// What the office chose for files of the same headers: asked for when one is opened, kept when one was sent so.
import { paths } from '../../../shared/api/paths.ts';
import {
  type FileReading,
  mostHeaders,
  type ReadingChoices,
} from '../../../shared/api/readings.ts';
import type { SentCorrections } from '../../../shared/batch/corrections.ts';
import { headerSetKey } from '../../../shared/batch/header-set.ts';
import { ApiProblem, api } from '../../data/api.ts';
import { sha256 } from '../../data/sha256.ts';
import type { Choices } from './upload-steps.ts';

const most = 300;
const longestHeader = 500;
const longestValue = 200;
/** longer nobody waits for a proposal */
const patienceMs = 4000;

/** null: nothing is known of files with these headers, or the server cannot be asked now */
export async function findReading(
  survey: string,
  headers: readonly string[],
): Promise<FileReading | null> {
  if (!isUsable(headers)) return null;
  const query = new URLSearchParams({ key: headerSetKey(headers, sha256) });
  try {
    const { items } = await api(paths.readings(survey), { query, timeoutMs: patienceMs });
    return items[0] ?? null;
  } catch (error) {
    // it is a convenience: the file is read without it
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}

/** As it stands in the steps of a file. */
export function choicesIn({ mapping, values: _values, ...rest }: ReadingChoices): Choices {
  return { ...rest, ...(Object.keys(mapping).length > 0 && { mapping }) } as Choices; // what is absent is not there
}

interface Sent {
  readonly survey: string;
  readonly headers: readonly string[];
  readonly file: string;
  readonly choices: Choices;
  readonly values: SentCorrections['values'];
}

/** Nothing is kept of a file that was read as it was detected. */
export async function rememberReading({
  survey,
  headers,
  file,
  choices,
  values,
}: Sent): Promise<void> {
  const { encoding, delimiter, headerLine, dateOrder, severityDirection, fillDown } = choices;
  const chosen: ReadingChoices = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(headerLine && { headerLine }),
    ...(dateOrder && { dateOrder }),
    ...(severityDirection && { severityDirection }),
    ...(fillDown?.length && { fillDown: [...fillDown] }),
    mapping: Object.fromEntries(
      Object.entries(choices.mapping ?? {})
        .filter(([header]) => header !== '' && header.length <= longestHeader)
        .slice(0, most),
    ),
    values: shortValues(values),
  };
  const isAny = Object.entries(chosen).some(([, choice]) => Object.keys(Object(choice)).length > 0);
  const isOne = encoding || delimiter || headerLine || dateOrder || severityDirection;
  if (!isUsable(headers) || !(isAny || isOne)) return;
  const body = { headers, file: file.slice(0, 1000), choices: chosen };
  await api(paths.readings(survey), { method: 'POST', body }).catch((error: unknown) => {
    // the file is stored; the next one is only asked about again
    if (!(error instanceof ApiProblem)) throw error;
  });
}

function shortValues(values: SentCorrections['values']): ReadingChoices['values'] {
  const all = Object.entries(values).flatMap(([field, meant]) =>
    Object.entries(meant).map(([value, means]) => ({ field, value, means })),
  );
  const kept: Record<string, Record<string, string>> = {};
  for (const { field, value, means } of all.slice(0, most)) {
    if (Math.max(value.length, means.length) > longestValue) continue;
    const meant = kept[field] ?? {};
    meant[value] = means;
    kept[field] = meant;
  }
  return kept;
}

const isUsable = (headers: readonly string[]): boolean =>
  headers.length > 0 &&
  headers.length <= mostHeaders &&
  headers.every(({ length }) => length <= longestHeader);
