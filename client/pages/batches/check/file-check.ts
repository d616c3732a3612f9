// Every row of a file checked where the file is, before a byte of it is sent: read as the server reads it and judged by the same
// function. Only what is needed to show is kept; the words of a row are read from the file again when they are shown.
import type { Scope } from '../../../../shared/api/session.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { CsvReader, type CsvRow } from '../../../../shared/batch/csv-reader.ts';
import type { InspectOptions } from '../../../../shared/batch/inspection.ts';
import { judgeRow } from '../../../../shared/batch/judge-row.ts';
import { RowMender } from '../../../../shared/batch/mend-row.ts';
import type {
  JudgedRow,
  RowRules,
  RowVerdict,
  StorableRow,
} from '../../../../shared/batch/verdict.ts';
import type { CheckContext } from '../../../../shared/survey/check.ts';
import type { SurveyDefinition } from '../../../../shared/survey/definition.ts';
import { sha256 } from '../../../data/sha256.ts';
import { FilledCells } from './filled-cells.ts';
import { LineStarts } from './line-starts.ts';
import type { Mends } from './mends.ts';
import { quickHash } from './quick-hash.ts';
import { RowBook, type RowKey } from './row-book.ts';
import { type CheckSummary, summaryOf } from './summary.ts';
import { UnknownValues } from './unknown-values.ts';

export interface CheckSetting {
  readonly options: InspectOptions;
  readonly severityDirection: RowRules['severityDirection'];
  readonly survey: Survey;
  /** where the sender may act */
  readonly scope: Scope;
  /** today in Asia/Bangkok */
  readonly today: string;
}

/** Reads bytes of the file, from one to before another. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** A broken record is hardly read again as it was: so many of them are kept as they were read. */
const mostKept = 2000;
const windowBytes = 256 * 1024;
/** longer than any record that is read */
const longestRecord = 4 * 1024 * 1024;

type CheckRules = RowRules & { readonly mender: RowMender };

export class FileCheck {
  readonly #setting: CheckSetting;
  readonly #districts: CheckContext['districts'];
  readonly #mends: Mends;
  readonly #reader: CsvReader;
  readonly #book = new RowBook();
  readonly #values: UnknownValues;
  readonly #kept = new Map<number, CsvRow>();
  #filled: FilledCells | null = null;
  #lines: LineStarts | null = null;
  /** pieces of which it is not known yet how their lines end */
  #held: Uint8Array[] = [];
  #rules: CheckRules | null = null;
  #key: RowKey | null = null;
  #blank = 0;
  #size = 0;

  constructor(setting: CheckSetting, districts: CheckContext['districts'], mends: Mends) {
    this.#setting = setting;
    this.#districts = districts;
    this.#mends = mends;
    this.#values = new UnknownValues(mends);
    this.#reader = new CsvReader({ ...setting.options, questions: questionsOf(setting.survey) });
  }

  get book(): RowBook {
    return this.#book;
  }

  get values(): UnknownValues {
    return this.#values;
  }

  get columns(): RowRules['columns'] {
    return this.#rules?.columns ?? [];
  }

  /** @throws FileRefused */
  push(bytes: Uint8Array): void {
    this.#size += bytes.length;
    this.#take(this.#reader.push(bytes));
    this.#follow(bytes);
  }

  /** @throws FileRefused */
  end(): void {
    this.#take(this.#reader.end());
    this.#follow(new Uint8Array());
    this.#book.settle();
  }

  summary(): CheckSummary {
    return summaryOf(this.#book, { blank: this.#blank, notes: this.#reader.notes });
  }

  /** Judges rows anew, after what is mended in them was changed. */
  async again(rows: readonly number[], read: ReadBytes): Promise<void> {
    await this.each(rows, read, (row) => this.#judge(row));
    this.#book.settle();
  }

  /** The verdicts on these rows, with all their words: the others of the file considered. */
  async verdicts(rows: readonly number[], read: ReadBytes): Promise<RowVerdict[]> {
    const verdicts = new Map<number, RowVerdict>();
    await this.each(rows, read, (row) => {
      const judged = this.#verdictOn(row);
      if (judged) verdicts.set(row.row, this.#amongOthers(judged.verdict));
    });
    return rows.flatMap((row) => verdicts.get(row) ?? []);
  }

  /** As what rows would be stored: they passed, and come first of their like in the file. */
  async storable(rows: readonly number[], read: ReadBytes): Promise<StorableRow[]> {
    const rules = this.#rules && { ...this.#rules, sha256 };
    const found: StorableRow[] = [];
    await this.each(rows, read, (row) => {
      const judged = rules && judgeRow(row, rules);
      if (judged?.kind === 'storable') found.push(judged);
    });
    return found;
  }

  /** Reads rows from the file again, in their order, those that lie near each other together. */
  async each(rows: readonly number[], read: ReadBytes, use: (row: CsvRow) => void): Promise<void> {
    const wanted = [...new Set(rows)].sort((a, b) => a - b);
    for (let next = 0; next < wanted.length; ) {
      const row = wanted[next] ?? 0;
      const kept = this.#kept.get(row);
      if (kept) {
        use(kept);
        next++;
        continue;
      }
      let found = await this.#readFrom(wanted.slice(next, next + 2000), read, windowBytes);
      if (found.length === 0)
        found = await this.#readFrom(wanted.slice(next, next + 1), read, longestRecord);
      for (const one of found) use(one);
      // one that cannot be read again is passed over
      next += Math.max(found.length, 1);
    }
  }

  /** As many of the rows, from the first on, as stand whole in one window. */
  async #readFrom(rows: readonly number[], read: ReadBytes, length: number): Promise<CsvRow[]> {
    const [first = 1] = rows;
    const { line, at } = this.#lines?.before(this.#book.lineOf(first)) ?? { line: 1, at: 0 };
    const to = Math.min(at + length, this.#size);
    const records = this.#reader.again(await read(at, to), line, to === this.#size);
    const byLine = new Map(records.map((record) => [record.line, record]));
    const found: CsvRow[] = [];
    for (const row of rows) {
      const record = byLine.get(this.#book.lineOf(row));
      const again = record && this.#reader.rowAgain(record, row, this.#filledIn(row));
      if (!again || this.#kept.has(row)) break;
      found.push(again);
    }
    return found;
  }

  #filledIn(row: number): ReadonlyMap<number, string> {
    return this.#filled?.of(row) ?? new Map();
  }

  #take(rows: readonly CsvRow[]): void {
    const rules = this.#rules ?? this.#begin();
    if (!rules) return;
    for (const row of rows) {
      if (row.judged.kind === 'blank') {
        this.#blank++;
        continue;
      }
      this.#filled?.add(row);
      if (row.judged.kind === 'reject' && this.#kept.size < mostKept)
        this.#kept.set(row.row, bounded(row));
      this.#judge(row);
    }
  }

  #begin(): CheckRules | null {
    const { table } = this.#reader;
    if (!table || table.problem) return null;
    const { survey, scope, today, severityDirection, options } = this.#setting;
    this.#filled = options.fillDown?.length
      ? new FilledCells(table.columns, options.fillDown)
      : null;
    this.#rules = {
      definition: survey as SurveyDefinition, // on the wire a question's kind is any text
      columns: table.columns,
      severityDirection,
      dateOrder: table.dateOrder,
      today,
      districts: this.#districts,
      scope,
      mender: new RowMender(table, this.#mends),
      sha256: quickHash,
      seen: { add: (key, content, _row, hasId) => this.#remember({ hasId, key, content }) },
    };
    return this.#rules;
  }

  #remember(key: RowKey): undefined {
    this.#key = key;
  }

  #verdictOn(row: CsvRow): JudgedRow | null {
    this.#key = null;
    return this.#rules && judgeRow(row, this.#rules);
  }

  #judge(row: CsvRow): void {
    const judged = this.#verdictOn(row);
    if (!judged) return;
    this.#book.put(judged.verdict, this.#key);
    this.#values.look(row, judged.verdict, this.columns);
  }

  /** As it is told when the rows before it are known. */
  #amongOthers(verdict: RowVerdict): RowVerdict {
    const met = this.#book.metAs(verdict.row);
    if (met === 'first' || verdict.outcome !== 'accept') return verdict;
    const column = this.columns.find(({ field }) => field === 'id')?.header ?? null;
    return met === 'duplicate'
      ? { ...verdict, outcome: 'skip', violations: [{ code: met, column: null }] }
      : { ...verdict, outcome: 'reject', violations: [{ code: met, column }], responseId: null };
  }

  /** Remembers where lines begin, once it is known how they end. */
  #follow(bytes: Uint8Array): void {
    this.#held.push(bytes);
    if (!this.#reader.table) return;
    this.#lines ??= new LineStarts(this.#reader.width);
    for (const piece of this.#held) this.#lines.push(piece);
    this.#held = [];
  }
}

function questionsOf(survey: Survey): NonNullable<InspectOptions['questions']> {
  return (survey as SurveyDefinition).questions; // on the wire a question's kind is any text
}

function bounded(row: CsvRow): CsvRow {
  return { ...row, cells: row.cells.slice(0, 100).map((cell) => cell.slice(0, 300)) };
}
