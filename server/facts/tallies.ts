// One pass over a view's sums: what each place, strategy and kind of respondent adds up to.
import {
  affectedKnown,
  channelOfWho,
  keyBits,
  severityOfKey,
  shelfCount,
  strategyCodes,
  strategyOfKey,
  strategySlots,
} from './codes.ts';
import type { Sums } from './sums.ts';
import { perShelf, perShelfAffected, types } from './sums.ts';

export class IssueTally {
  issues = 0;
  responses = 0;
  /** responses before looking at their issues, what a share is of; of everything, of places and of types */
  of = 0;
  affected = 0;
  /** issues whose number of people is known */
  affectedKnown = 0;
  /** sum and number of the severities that are known */
  severity = 0;
  rated = 0;

  addIssues(n: number, key: number): void {
    const severity = severityOfKey(key);
    this.issues += n;
    if (affectedKnown(key)) this.affectedKnown += n;
    if (severity === 0) return; // not rated is not rated low
    this.rated += n;
    this.severity += n * severity;
  }
}

export interface Tallies {
  readonly total: IssueTally;
  /** by shelf: 0 is no known province */
  readonly places: readonly IssueTally[];
  /** by strategy code: 0 is none */
  readonly strategies: readonly IssueTally[];
  /** by respondent type code: 0 is none */
  readonly types: readonly IssueTally[];
  /** by shelf × strategySlots + strategy */
  readonly cells: readonly IssueTally[];
  /** by respondent type code × strategySlots + strategy */
  readonly typeCells: readonly IssueTally[];
  /** issues by severity: 0 is none */
  readonly severities: readonly number[];
}

export function tallyUp(sums: Sums): Tallies {
  const tallies = {
    total: new IssueTally(),
    places: make(shelfCount),
    strategies: make(strategySlots),
    types: make(types),
    cells: make(shelfCount * strategySlots),
    typeCells: make(types * strategySlots),
    severities: new Array<number>(8).fill(0),
  };
  for (let shelf = 0; shelf < shelfCount; shelf++) {
    addCells(sums, tallies, shelf);
    addPeople(sums, tallies, shelf);
    addSets(sums, tallies, shelf);
    addAsked(sums, tallies, shelf);
  }
  return tallies;
}

/** Issues and responses by channel code. */
export function tallyChannels(
  sums: Sums,
): { readonly issues: number; readonly responses: number }[] {
  const channels = Array.from({ length: 8 }, () => ({ issues: 0, responses: 0 }));
  sums.issuesByWho.forEach((n, who) => {
    at(channels, channelOfWho(who)).issues += n;
    at(channels, channelOfWho(who)).responses += sums.responsesByWho[who] ?? 0;
  });
  return channels;
}

function addCells(sums: Sums, tallies: Tallies & { severities: number[] }, shelf: number): void {
  const ours = sums.cells.subarray(shelf * perShelf, (shelf + 1) * perShelf);
  for (let cell = 0; cell < ours.length; cell++) {
    const n = ours[cell] ?? 0;
    if (n === 0) continue;
    const strategy = strategyOfKey(cell);
    for (const tally of those(tallies, shelf, cell >> keyBits, strategy)) tally.addIssues(n, cell);
    const severity = severityOfKey(cell);
    tallies.severities[severity] = at(tallies.severities, severity) + n;
  }
}

function addPeople(sums: Sums, tallies: Tallies, shelf: number): void {
  const ours = sums.affected.subarray(shelf * perShelfAffected, (shelf + 1) * perShelfAffected);
  for (let cell = 0; cell < ours.length; cell++) {
    const people = ours[cell] ?? 0;
    if (people === 0) continue;
    const type = Math.floor(cell / strategySlots);
    for (const tally of those(tallies, shelf, type, cell % strategySlots)) tally.affected += people;
  }
}

/** A response counts once in its place and type, and once in each strategy of its set. */
function addSets(sums: Sums, tallies: Tallies, shelf: number): void {
  const ours = sums.sets.subarray(shelf * perShelf, (shelf + 1) * perShelf);
  for (let cell = 0; cell < ours.length; cell++) {
    const n = ours[cell] ?? 0;
    if (n === 0) continue;
    tallies.total.responses += n;
    at(tallies.places, shelf).responses += n;
    at(tallies.types, cell >> keyBits).responses += n;
    for (let strategy = 0; strategy < strategyCodes.length; strategy++) {
      if (((cell >> strategy) & 1) === 0) continue;
      at(tallies.strategies, strategy).responses += n;
      at(tallies.cells, shelf * strategySlots + strategy).responses += n;
      at(tallies.typeCells, (cell >> keyBits) * strategySlots + strategy).responses += n;
    }
  }
}

function addAsked({ asked }: Sums, tallies: Tallies, shelf: number): void {
  for (let type = 0; type < types; type++) {
    const n = asked[shelf * types + type] ?? 0;
    for (const tally of [tallies.total, at(tallies.places, shelf), at(tallies.types, type)])
      tally.of += n;
  }
}

function those(tallies: Tallies, shelf: number, type: number, strategy: number): IssueTally[] {
  return [
    tallies.total,
    at(tallies.places, shelf),
    at(tallies.types, type),
    at(tallies.strategies, strategy),
    at(tallies.cells, shelf * strategySlots + strategy),
    at(tallies.typeCells, type * strategySlots + strategy),
  ];
}

const make = (length: number): IssueTally[] => Array.from({ length }, () => new IssueTally());

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`There is no ${index} among ${list.length}.`);
  return found;
}
