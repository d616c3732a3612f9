// The same file read by the upload page before it is sent, and by the server: one verdict a row.
import { expect } from 'chai';
import { settingsOf } from '../../client/pages/batches/column-choices.ts';
import { understand } from '../../client/pages/batches/understood-rows.ts';
import { emptyDesk } from '../../client/pages/batches/upload-steps.ts';
import type { BatchRow } from '../../shared/api/batches.ts';
import { inspectCsv } from '../../shared/batch/inspect.ts';
import type { InspectOptions } from '../../shared/batch/inspection.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import type { Person } from './app.ts';
import { sendFile } from './send-file.ts';

/** A verdict as page and server give it, the cells in their order. */
export type Told = Omit<BatchRow, 'cells'> & { readonly cells: readonly string[] };

interface OnThePage {
  readonly options?: InspectOptions;
  readonly now?: Date;
}

/** `settings`: what the page sends with the file. */
export async function onThePage(
  person: Person,
  bytes: Buffer,
  { options = {}, now = new Date() }: OnThePage = {},
) {
  const [survey] = (await person.get('/api/surveys')).body.items;
  const { user } = (await person.get('/api/session')).body;
  const { inspection, rows } = inspectCsv(bytes, false, {
    ...options,
    questions: survey.questions,
  });
  const understood = understand({
    inspection,
    rows,
    survey,
    scope: user.scope,
    districts: districtsOf,
    severityDirection: undefined,
    today: bangkokDay(now),
  });
  const told: Told[] = JSON.parse(JSON.stringify(understood.map(({ verdict }) => verdict)));
  const settings = settingsOf({ ...emptyDesk, inspection, choices: options });
  return { inspection, rows: told, settings };
}

type Settings = Partial<ReturnType<typeof settingsOf>>;

/** The page's settings as fields of the request. */
export function asFields({
  mapping,
  headerLine,
  fillDown,
  mends,
  ...settings
}: Settings): Record<string, string> {
  return {
    ...settings,
    ...(mapping && { mapping: JSON.stringify(mapping) }),
    ...(fillDown && { fillDown: fillDown.join(',') }),
    ...(headerLine && { headerLine: String(headerLine) }),
    ...Object.fromEntries(
      Object.entries(mends ?? {}).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
  };
}

export async function onTheServer(
  person: Person,
  bytes: Buffer,
  settings: Settings,
): Promise<Told[]> {
  const { status, text, body } = await sendFile(person, bytes, { fields: asFields(settings) });
  expect(status, text).to.equal(201);
  return toldOf(await rowsOf(person, body.id));
}

/** Every row of a batch. */
export async function rowsOf(person: Person, batch: string): Promise<BatchRow[]> {
  const url = `/api/surveys/2569/batches/${batch}/rows?limit=500`;
  const { items, next } = (await person.get(url)).body;
  expect(next).to.equal(null);
  return items;
}

export const toldOf = (rows: readonly BatchRow[]): Told[] =>
  rows.map((row) => ({ ...row, cells: Object.values(row.cells) }));
