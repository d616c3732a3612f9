// What an office is proposed the next time it reads a file of these headers. Kept by who has just sent one so; the last one stands.
import type { FileReading, NewReading } from '../../shared/api/readings.ts';
import { mostReadings } from '../../shared/api/readings.ts';
import { headerSetKey } from '../../shared/batch/header-set.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { sha256 } from '../responses/sha256.ts';
import { toReading } from './read-readings.ts';
import { type StoredReading, storedReadings } from './reading.model.ts';

export interface OfOffice {
  readonly survey: string;
  readonly office: string;
}

interface Keeping extends OfOffice {
  readonly by: string;
  readonly audit: Audit;
}

type Changing = Pick<Context, 'db' | 'now'>;

/** The record hears of it when something is decided otherwise than before. */
export async function keepReading(
  context: Changing,
  { survey, office, by, audit }: Keeping,
  { headers, file, choices: { mapping, values, ...choices } }: NewReading,
): Promise<FileReading> {
  const readings = context.db.model(storedReadings);
  const key = headerSetKey(headers, sha256);
  const _id = idOf({ survey, office }, key);
  const kept = {
    choices,
    mapping: Object.entries(mapping).filter(([header]) => isImpersonal(header)),
    values: Object.entries(values).flatMap(([field, meant]) =>
      Object.entries(meant)
        .filter((texts) => texts.every(isImpersonal))
        .map(([value, means]) => [field, value, means] as const),
    ),
  };
  const before = await readings.findById(_id).lean<StoredReading>();
  const isOther = !before || auditedChanges(chosenIn(before), chosenIn(kept)).length > 0;
  const write = () =>
    readings
      .findOneAndUpdate(
        { _id },
        { $set: { survey, office, key, ...kept, file: nameOf(file), by, at: context.now() } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<StoredReading>();
  const changes = auditedChanges(before ? summaryOf(before) : {}, summaryOf(kept));
  const happening = { what: 'reading-kept', on: `reading:${key}`, changes } as const;
  const stored = isOther ? await audit.before(happening, write) : await write();
  if (!stored) throw new Error('what is written with upsert is there');
  if (!before) await forgetOldest(context, { survey, office });
  return toReading(stored);
}

/** @throws not-found */
export async function forgetReading(
  { db }: Pick<Context, 'db'>,
  of: OfOffice,
  key: string,
  audit: Audit,
): Promise<void> {
  const readings = db.model(storedReadings);
  const _id = idOf(of, key);
  if (!(await readings.findById(_id).lean<StoredReading>()))
    throw problem('not-found', { detail: 'Your office keeps nothing of files like this.' });
  await audit.before({ what: 'reading-forgotten', on: `reading:${key}` }, () =>
    readings.deleteOne({ _id }),
  );
}

async function forgetOldest({ db }: Changing, { survey, office }: OfOffice): Promise<void> {
  const readings = db.model(storedReadings);
  const newest = await readings
    .find({ survey, office }, { at: 1 })
    .sort({ at: -1, _id: -1 })
    .limit(mostReadings + 10)
    .lean<Pick<StoredReading, '_id'>[]>();
  for (const { _id } of newest.slice(mostReadings)) await readings.deleteOne({ _id });
}

type Kept = Pick<StoredReading, 'choices' | 'mapping' | 'values'>;

const chosenIn = ({ choices, mapping, values }: Kept) => ({ choices, mapping, values });

/** For the record: how many columns and values, and the other choices; none of the words in them. */
const summaryOf = ({ choices, mapping, values }: Kept) => ({
  ...choices,
  columns: String(mapping.length),
  values: String(values.length),
});

const idOf = ({ survey, office }: OfOffice, key: string): string => `${survey} ${office} ${key}`;

const isImpersonal = (text: string): boolean => removePersonalData(text).found.length === 0;

function nameOf(name: string): string {
  return [...removePersonalData(normaliseLine(name)).text].slice(0, 200).join('');
}
