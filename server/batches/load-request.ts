// What a load is told: who sends which file into which survey, with which decisions; and what follows from that.
import type { User } from '../../shared/api/session.ts';
import { countCorrections, toSentCorrections } from '../../shared/batch/corrections.ts';
import type { CsvEncoding } from '../../shared/batch/encodings.ts';
import type { FoundTable } from '../../shared/batch/find-table.ts';
import type { InspectOptions } from '../../shared/batch/inspection.ts';
import type { MappedColumn } from '../../shared/batch/map-columns.ts';
import { RowMender } from '../../shared/batch/mend-row.ts';
import { mendedReceipt } from '../../shared/batch/reject-columns.ts';
import { isKept } from '../../shared/batch/row-cells.ts';
import { SeenRows } from '../../shared/batch/seen-rows.ts';
import { RowTally } from '../../shared/batch/tally.ts';
import type { RowRules } from '../../shared/batch/verdict.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { toBase64Url } from '../../shared/text/base64url.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import type { Audit } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { receiptOf } from '../responses/receipt.ts';
import { sha256 } from '../responses/sha256.ts';
import type { StoredBatch } from './batch.model.ts';
import type { BatchFields } from './batch-fields.ts';
import { distinctHeaders } from './batch-on-the-wire.ts';

export interface LoadRequest {
  readonly context: Context;
  readonly survey: SurveyDefinition;
  readonly user: User;
  readonly audit: Audit;
  readonly fields: BatchFields;
  readonly fileName: string;
  /** the same counts, nothing stored */
  readonly dryRun: boolean;
}

export function readOptions({
  encoding,
  delimiter,
  headerLine,
  dateOrder,
  mapping,
  fillDown,
}: BatchFields): InspectOptions {
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(headerLine && { headerLine }),
    ...(dateOrder && { dateOrder }),
    ...(mapping && { mapping }),
    fillDown,
  };
}

export function rulesOf(
  request: LoadRequest,
  table: FoundTable,
): RowRules & { readonly mender: RowMender; readonly seen: SeenRows } {
  const { survey, user, fields, context } = request;
  return {
    definition: survey,
    columns: table.columns,
    severityDirection: fields.severityDirection ?? table.severityDirection,
    dateOrder: table.dateOrder,
    today: bangkokDay(context.now()),
    districts: districtsOf,
    scope: user.scope,
    mender: new RowMender(table, fields.corrections),
    sha256,
    seen: new SeenRows(),
  };
}

interface Found {
  readonly table: FoundTable;
  readonly rules: RowRules;
  readonly encoding: CsvEncoding;
  readonly fingerprint: string;
}

/** Which load of which batch. */
export interface LoadKey {
  readonly batch: string;
  readonly attempt: string;
}

/** `found` is null when the line was cut before the table was. */
export function newBatch(
  request: LoadRequest,
  { batch: id, attempt }: LoadKey,
  found: Found | null,
): StoredBatch {
  const { fields, user, context } = request;
  const startedAt = context.now();
  const { counts, errors, warnings, skips } = new RowTally();
  return {
    _id: id,
    survey: request.survey.id,
    office: user.office,
    name: nameOf(fields.name ?? request.fileName),
    state: 'loading',
    attempt,
    undo: null,
    recounts: 0,
    ...(found ? describe(found) : undescribed),
    digest: null,
    policy: fields.policy,
    asks: fields.changed === 'ask',
    fillDown: fields.fillDown,
    counts,
    errors,
    warnings,
    skips,
    bytes: 0,
    by: user.username,
    startedAt,
    changedAt: startedAt,
    finishedAt: null,
    receipt: receiptOf(id, startedAt, 'B'),
    mends: mendedReceipt(
      found?.table.columns.map(({ header }) => header) ?? [],
      fields.name ?? request.fileName,
    ),
    corrected: 0,
    ...chosenBeside(fields),
  };
}

/** Nothing is said of a file that comes as it is. */
function chosenBeside(fields: BatchFields): Pick<StoredBatch, 'choices' | 'choicesDigest'> {
  const { corrections, changed } = fields;
  const [choicesDigest = null] = digestsOfMends(fields);
  if (choicesDigest === null && changed !== 'replace') return { choices: null, choicesDigest };
  const choices = {
    ...countCorrections(corrections),
    ...(changed === 'replace' && { changed }),
  };
  return { choices, choicesDigest };
}

/** As it is kept (null: nothing is mended), then as versions of 29 November kept it, together with whether rows are replaced. */
export function digestsOfMends({
  corrections,
}: Pick<BatchFields, 'corrections'>): readonly (string | null)[] {
  const sent = toSentCorrections(corrections);
  const { cells, values, left } = countCorrections(corrections);
  const own = cells + values + left > 0 ? digestOfJson(sent) : null;
  return [own, digestOfJson([sent, false]), digestOfJson([sent, true])];
}

const digestOfJson = (what: unknown): string => toBase64Url(sha256(JSON.stringify(what)));

const undescribed = {
  encoding: null,
  delimiter: null,
  headerLine: null,
  headers: [],
  fingerprint: '',
  mapping: [],
  severityDirection: '5-is-most',
  dateOrder: 'dmy',
  leftOut: [],
  ignored: [],
  notes: [],
} as const;

function describe({ table, rules, encoding, fingerprint }: Found) {
  const { columns, delimiter, headerLine, notes } = table;
  const headers = (test: (column: MappedColumn) => boolean) =>
    columns.filter(test).map(({ header }) => header);
  const distinct = distinctHeaders(columns.map(({ header }) => header));
  return {
    encoding,
    delimiter,
    headerLine,
    headers: columns.filter(isKept).map(({ index }) => distinct[index] ?? ''),
    fingerprint,
    mapping: columns.flatMap(({ header, field }) => (field ? [[header, field] as const] : [])),
    severityDirection: rules.severityDirection,
    dateOrder: rules.dateOrder,
    leftOut: headers(({ personal }) => personal),
    ignored: headers(
      ({ field, personal, runningNumber, header }) =>
        !field && !personal && !runningNumber && header !== '',
    ),
    notes,
  };
}

/** A file's name as it is kept: people put phone numbers and names of persons there too. */
function nameOf(name: string): string {
  return [...removePersonalData(normaliseLine(name)).text].slice(0, 200).join('');
}
