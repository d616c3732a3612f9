// The countable part of every response, in memory, as columns. Derived data: may be dropped and rebuilt at any time.
// Every change carries the version of its document: changes may come in any order, twice, or late.
import { randomInt } from 'node:crypto';
import type { Status } from '../../shared/api/responses.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { type Applied, answerOf, type CountsChanged, type FactsAnswer } from './answer.ts';
import { ChangeTimes } from './change-times.ts';
import { gone, shelfOf, statusCode, withStatus } from './codes.ts';
import { Columns, type ColumnsSize, type RowPlace } from './columns.ts';
import type { Countable } from './countable.ts';
import { CountsTold } from './counts-told.ts';
import { type FactsQuestion, factsKeyOf, roundOf, type Selection, select } from './filter.ts';
import { type FoundIds, find, type PageWanted } from './find.ts';
import { type Heard, isHeard, latestOf, noteLeft, versionAt } from './heard.ts';
import { HeardBefore } from './heard-before.ts';
import { isId, toId } from './ids.ts';
import type { KeptFacts } from './kept-file.ts';
import { LeftOut, unlessStrange } from './left-out.ts';
import { LinkOverlay } from './link-overlay.ts';
import { Readiness } from './readiness.ts';
import type { FactRow } from './shelf.ts';
import { type FactsSizes, usualSizes } from './sizes.ts';
import { type CountedAndStored, compare } from './standing.ts';
import { Views } from './views.ts';

export const createFacts = (sizes: Partial<FactsSizes> = {}): Facts =>
  new Facts({ ...usualSizes, ...sizes });

export class Facts {
  readonly #sizes: FactsSizes;
  readonly #seed = randomInt(2 ** 32);
  readonly #readiness = new Readiness();
  readonly #approvedOnly = new Set<string>();
  readonly #views: Views;
  #columns: Columns;
  readonly links: LinkOverlay;
  readonly #told = new CountsTold();
  readonly #times = new ChangeTimes();
  readonly #heardBefore = new HeardBefore();
  readonly leftOut = new LeftOut();
  /** how many responses the self-check found counted otherwise than they are stored */
  drift = 0;

  constructor(sizes: FactsSizes) {
    this.#sizes = sizes;
    this.#columns = new Columns(sizes, this.#seed);
    this.#views = new Views(
      (number) => this.#columns.shelves[number],
      sizes,
      (shelves) => this.#times.of(shelves),
    );
    const [times, told, views] = [this.#times, this.#told, this.#views];
    this.links = new LinkOverlay({ columns: () => this.#columns, times, told, views });
  }

  /** every stored response is counted */
  get ready(): boolean {
    return this.#readiness.isReady;
  }

  /** a write whose outcome nobody knows yet: no question is answered until it is, and what this returns is called */
  inDoubt(): () => void {
    return this.#readiness.inDoubt();
  }

  /** exactly this, or something later, was put */
  knows(stored: Pick<Countable, '_id' | 'version' | 'receivedAt'>): boolean {
    const place = this.#columns.find(toId(stored._id));
    return place !== undefined && isHeard(place, stored);
  }

  /** The newest that was heard; undefined: nothing, or that it is gone. */
  latest(id: string): Heard | undefined {
    return latestOf(this.#columns, id);
  }

  /** How many responses and issues stand in the columns, counted or not. */
  get size(): ColumnsSize {
    return this.#columns.size;
  }

  /** Everything stored has been put: from now on questions are answered. */
  complete(at: Date): void {
    this.#readiness.complete();
    this.#times.complete(at);
    if (this.#told.asOf.getTime() === 0) this.#told.asOf = at;
  }

  /** Forgets every response, and answers no question until it is complete again. */
  beginAnew(): void {
    this.#columns = new Columns(this.#sizes, this.#seed);
    this.links.clear();
    this.#readiness.beginAnew();
    this.leftOut.clear();
    this.#views.drop();
  }

  /** undefined when a start is to count anew, because something is missing or went wrong. */
  toKeep(): KeptFacts | undefined {
    if (!this.ready || this.leftOut.size > 0 || this.drift > 0) return undefined;
    const [times, loose] = [this.#times.toKeep(), this.links.toKeep()];
    return { ...this.#columns.toKeep(), times, loose };
  }

  /** Stands as it was kept, and still has to be complete; nothing was put before. */
  beginWith(kept: KeptFacts): void {
    this.#columns.take(kept);
    this.links.take(kept.loose);
    this.#times.take(kept.times);
    this.#told.asOf = new Date(Math.max(...kept.times));
  }

  /** Which responses of a survey count. */
  setSurvey({ id, countApprovedOnly }: Pick<SurveyDefinition, 'id' | 'countApprovedOnly'>): void {
    if (this.#approvedOnly.has(id) === countApprovedOnly) return;
    if (countApprovedOnly) this.#approvedOnly.add(id);
    else this.#approvedOnly.delete(id);
    this.#views.drop((view) => view.survey === id);
    this.#told.tell({ survey: id, province: null });
  }

  /** Adds a response, or replaces it by its later version; one that is held or leaving counts nowhere. @throws CodeLimit, for good */
  put(response: Countable): Applied {
    if (response.held || response.leaving) return this.#takeOut(response);
    const read = this.#readiness.orNeverAgain(() =>
      unlessStrange(response, () => this.#read(response)),
    );
    if ('why' in read) return this.leaveOut(String(response._id), read.why);
    const { before, row } = read.made;
    if (!row) return 'old';
    this.#take(before, row, response);
    return before ? 'changed' : 'new';
  }

  #takeOut({ _id, version, changedAt }: Countable): Applied {
    const place = this.#columns.find(toId(_id));
    if (!place) this.#heardBefore.note({ _id, version, changedAt });
    const applied = this.#setStatus(_id, gone, version, changedAt);
    if (place && applied === 'changed') noteLeft(place, changedAt);
    return applied;
  }

  #take(before: RowPlace | undefined, row: FactRow, response: Countable): void {
    if (this.leftOut.delete(response._id)) this.#views.drop();
    this.#times.note(shelfOf(response.place.province), response.changedAt);
    if (before) this.#times.note(before.number, response.changedAt);
    const linked = this.links.carried(response._id, before, row);
    if (before) this.#views.change(before, () => before.shelf.bury(before.r));
    this.#readiness.orNeverAgain(() => this.#columns.append(response.place.province, linked));
    const moved = before && this.#columns.compactIfWorth(before.number, this.#sizes.buried);
    if (moved) this.#views.moved(before.number, moved);
    const { survey, place, _id, changedAt } = response;
    this.#told.tell({ survey, province: place.province, response: _id }, changedAt);
  }

  /** How a response counts, and how it would by what is stored under its id; equal when nothing has drifted. */
  compare(id: string, stored: Countable | undefined): CountedAndStored {
    if (this.leftOut.has(id)) return { counted: undefined, stored: undefined };
    return compare(this.#columns, id, stored);
  }

  /** Makes a response count as it is stored, whatever was heard of it. */
  mend(id: string, stored: Countable | undefined): void {
    this.drift += 1;
    if (!stored || stored.held || stored.leaving) this.forget(id);
    else this.#take(this.#columns.find(toId(id)), this.#toRow(stored), stored);
  }

  /** Counts nowhere any more, whatever was heard of it. */
  forget(id: string): void {
    const place = this.#columns.find(toId(id));
    if (place) this.#setStatus(id, gone, versionAt(place) + 1, this.#told.asOf);
  }

  /** where responses stand, for who goes through many of them without a question */
  get columns(): Columns {
    return this.#columns;
  }

  /** Counts nowhere until it is put again; answers say so. */
  leaveOut(id: string, why: string): 'left out' {
    if (!this.leftOut.add(id, why)) return 'left out';
    if (isId(id)) this.forget(id);
    this.#views.drop();
    return 'left out';
  }

  setStatus(id: string, status: Status, version: number, at: Date): Applied {
    return this.#setStatus(id, statusCode(status), version, at);
  }

  /**
   * Calls `use` with what a question counts at a moment when it is complete; `use` must not wait for anything.
   * @throws not-ready
   */
  ask<T>(question: FactsQuestion, use: (answer: FactsAnswer) => T): Promise<T> {
    const asked = (one: FactsQuestion) => ({
      key: factsKeyOf(one),
      make: () => ({ survey: one.survey, selection: this.#select(one) }),
    });
    const round = asked(roundOf(question));
    return this.#views.ask(asked(question), round, (view, whole) => {
      this.#readiness.must();
      return use(answerOf(view, whole, this.leftOut.size, this.#columns));
    });
  }

  /** The responses that a question counts, newest first. @throws not-ready, unreadable for a cursor that is none */
  find(question: FactsQuestion, page: PageWanted): FoundIds {
    return find(this.#columns.shelves, this.#select(question), page);
  }

  /** `listener` hears each change at once and must be quick. Returns what ends it. */
  readonly onChange = (listener: (change: CountsChanged) => void) => this.#told.onChange(listener);

  #setStatus(id: string, status: number, version: number, at: Date): Applied {
    const place = this.#columns.find(toId(id));
    if (!place) return 'unknown';
    if (version <= versionAt(place)) return 'old';
    const { shelf, number, r } = place;
    this.#times.note(number, at);
    this.#views.change(place, () => {
      shelf.who[r] = withStatus(shelf.who[r] ?? 0, status);
    });
    shelf.version[r] = version;
    this.#told.tellOf(this.#columns, place, at);
    return 'changed';
  }

  /** Where it stands, and the row it is to have: none when it was heard before. */
  #read(response: Countable): { before: RowPlace | undefined; row: FactRow | undefined } {
    const before = this.#columns.find(toId(response._id));
    const known = before ? isHeard(before, response) : !this.#heardBefore.isNews(response);
    return { before, row: known ? undefined : this.#toRow(response) };
  }

  #toRow(response: Countable): FactRow {
    const { size } = this.#columns.dictionaries;
    const row = this.#columns.toRow(response);
    if (this.#columns.dictionaries.size > size) this.#views.dropProvisional();
    return row;
  }

  #select(question: FactsQuestion): Selection {
    this.#readiness.must();
    return select(question, this.#columns, this.#approvedOnly.has(question.survey));
  }
}
