// Whatever happens to responses, in whatever order it is heard: every figure equals a plain recount of what is stored.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import type { FactsAnswer } from '../../../server/facts/answer.ts';
import type { Countable } from '../../../server/facts/countable.ts';
import type { Facts } from '../../../server/facts/facts.ts';
import { createFacts } from '../../../server/facts/facts.ts';
import type { FactsQuestion } from '../../../server/facts/filter.ts';
import { findKeptFacts, type KeptFacts, keepFacts } from '../../../server/facts/kept-file.ts';
import type { IssueLinks } from '../../../server/facts/link-overlay.ts';
import type { RowsCounted } from '../../../server/facts/tally-rows.ts';
import type { SubPlanMonths, SubPlansCounted } from '../../../server/facts/tally-sub-plans.ts';
import { shape } from '../../../server/figures/shape.ts';
import type { Figures } from '../../../shared/api/figures.ts';
import { figureNames } from '../../../shared/api/figures.ts';
import { statuses } from '../../../shared/api/responses.ts';
import { passesIssue } from '../../../shared/survey/issue-filter.ts';
import {
  besideLinks,
  recount,
  recountIds,
  recountSubPlanMonths,
  recountSubPlans,
} from '../../support/recount.ts';
import { aCountable, aQuestion, Chance, subPlans } from './random-history.ts';

const sequences = Number(process.env.FACTS_SEQUENCES ?? 200);
const seed = Number(process.env.FACTS_SEED ?? Math.floor(Math.random() * 2 ** 31));

// small sizes, so that growing, compacting, evicting and pausing happen all the time
const tiny = { rows: 2, issues: 3, zone: 4, slots: 2, views: 3, slice: 3, buried: 2 };

const folder = mkdtempSync(join(tmpdir(), 'rabfang-kept-'));
let starts = 0;

describe(`facts and a plain recount (seed ${seed})`, () => {
  after(() => rmSync(folder, { recursive: true }));

  it(`agree through ${sequences} random histories`, async function () {
    this.timeout(1000 + sequences * 1000);
    let questions = 0;
    for (let n = 0; n < sequences; n++) {
      const history = new History(seed + n);
      await history.run();
      questions += history.asked;
    }
    expect(questions).to.be.greaterThan(sequences);
    expect(starts).to.be.greaterThan(0);
  });
});

/** What is stored, what the facts have heard of it, and everything that was ever said. */
class History {
  readonly chance: Chance;
  facts: Facts;
  readonly stored = new Map<string, Countable | undefined>();
  readonly versions = new Map<string, number>();
  said: Countable[] = [];
  readonly links = new Map<string, IssueLinks>();
  readonly questions: FactsQuestion[];
  readonly open: Promise<void>[] = [];
  readonly seed: number;
  approvedOnly = false;
  asked = 0;

  constructor(seed: number) {
    this.seed = seed;
    this.chance = new Chance(seed);
    this.facts = createFacts(tiny);
    this.facts.complete(new Date(0));
    this.questions = Array.from({ length: 5 }, (_, at) => ({
      ...aQuestion(this.chance),
      rows: at % 2 === 1,
    }));
  }

  async run(): Promise<void> {
    const steps = this.chance.is(0.03) ? 500 : 10 + this.chance.below(70);
    for (let step = 0; step < steps; step++) {
      this.happen();
      if (this.chance.is(0.07)) this.ask();
      if (this.chance.is(0.1)) await new Promise((resolve) => setImmediate(resolve));
      if (this.chance.is(0.01)) await this.startAnew();
    }
    await Promise.all(this.open);
    for (const question of this.questions) this.ask(question);
    await Promise.all(this.open);
    for (const question of this.questions) this.page(question);
  }

  /** A stop in order, and a start with what was kept. Nothing that was said before is still on the way. */
  async startAnew(): Promise<void> {
    await Promise.all(this.open);
    keepFacts(folder, { standing: 'these writes' }, this.facts.toKeep() as KeptFacts);
    this.facts = createFacts(tiny);
    this.facts.beginWith(findKeptFacts(folder)?.read() as KeptFacts);
    this.facts.setSurvey({ id: '2569', countApprovedOnly: this.approvedOnly });
    this.facts.complete(new Date(0));
    this.said = [];
    starts += 1;
  }

  happen(): void {
    const { chance } = this;
    const [id] = chance.of([...this.stored]) ?? [];
    const dice = chance.random();
    if (chance.is(0.2)) this.link(id);
    if (id === undefined || dice < 0.4) this.put(aCountable(chance));
    else if (dice < 0.55) this.put(this.edited(id));
    else if (dice < 0.7) this.setStatus(id);
    else if (dice < 0.75) this.remove(id);
    else if (dice < 0.8) this.setWithdrawn(chance.of([...this.stored.values()])?.batch ?? null);
    else if (dice < 0.95) this.repeat();
    else this.toggleApprovedOnly();
  }

  /** An issue is linked, or no longer; now and then an older word comes late. Of responses that are to come, too. */
  link(id: string | undefined): void {
    const { chance } = this;
    const response = id ?? aCountable(chance)._id;
    const issue = this.stored.get(response)?.issues[0]?.id ?? '1';
    const key = `${response}#${issue}`;
    const before = this.links.get(key);
    const links: IssueLinks = {
      response,
      issue,
      subPlans: subPlans.filter(() => chance.is(0.3)),
      projects: [],
      fitsNone: false,
      rules: [],
      version: (before?.version ?? 0) + 1,
      changedAt: new Date(),
    };
    this.links.set(key, links);
    this.facts.links.put(links);
    if (before && chance.is(0.3)) this.facts.links.put(before);
  }

  /** how a response changes; sometimes two changes are heard in the wrong order */
  put(response: Countable): void {
    if (this.chance.is(0.2)) {
      const later = {
        ...aCountable(this.chance),
        _id: response._id,
        version: response.version + 1,
      };
      this.hear(later);
    }
    this.hear(response);
  }

  /** A later version, or the id used again for a response received anew: that counts its versions from where they stood. */
  edited(_id: string): Countable {
    const before = this.stored.get(_id);
    return aCountable(this.chance, {
      _id,
      ...(before && { receivedAt: before.receivedAt }),
      version: this.next(_id),
    });
  }

  hear(response: Countable): void {
    this.said.push(response);
    if (response.version > (this.versions.get(response._id) ?? 0)) {
      this.versions.set(response._id, response.version);
      this.stored.set(response._id, response);
    }
    this.facts.put(response);
  }

  next(id: string): number {
    return (this.versions.get(id) ?? 0) + 1;
  }

  setStatus(id: string): void {
    const before = this.stored.get(id);
    if (!before) return;
    const after = { ...before, status: this.chance.of(statuses), version: this.next(id) };
    this.versions.set(id, after.version);
    this.stored.set(id, after);
    this.said.push(after);
    this.facts.setStatus(id, after.status, after.version, new Date());
  }

  remove(id: string): void {
    const version = this.next(id);
    this.versions.set(id, version);
    this.stored.set(id, undefined);
    // after all that may still be heard
    const changedAt = new Date(Date.UTC(2027, 0, 1));
    this.facts.put({ ...aCountable(this.chance, { _id: id, version, changedAt }), leaving: true });
  }

  setWithdrawn(batch: string | null): void {
    const withdrawnAt = this.chance.is(0.6) ? new Date() : null;
    for (const response of [...this.stored.values()]) {
      if (response?.batch !== batch) continue;
      this.hear({ ...response, withdrawnAt, version: this.next(response._id) });
    }
  }

  /** late and doubled deliveries */
  repeat(): void {
    for (let n = 0; n < 3 && this.said.length > 0; n++) this.hear(this.chance.of(this.said));
  }

  toggleApprovedOnly(): void {
    this.approvedOnly = !this.approvedOnly;
    this.facts.setSurvey({ id: '2569', countApprovedOnly: this.approvedOnly });
  }

  ask(question = this.chance.of(this.questions)): void {
    this.asked += 1;
    const asked = this.facts.ask(question, (answer) => this.compare(question, answer));
    // the failure itself is thrown where the answers are awaited
    asked.catch(() => undefined);
    this.open.push(asked);
  }

  /** At the moment of the answer: what is stored now is what is counted. */
  compare(question: FactsQuestion, answered: FactsAnswer): void {
    const { count, countRows, countSubPlans, countSubPlanMonths } = answered;
    this.compareRows(question, countRows());
    this.compareSubPlans(question, countSubPlans());
    this.compareMonths(question, countSubPlanMonths());
    const answer = shape(count(), figureNames);
    const right = recount(...this.stand(question), this.links);
    const got = { strip: answer.strip, figures: rounded(answer.figures) };
    const want = { strip: right.strip, figures: rounded(right.figures) };
    // chai's comparison is slow, and needed only for what it says about a difference
    if (!isDeepStrictEqual(got, want)) expect(got, this.about(question)).to.deep.equal(want);
  }

  /** Offices by their names; districts, whose names the facts read, by what they add up to. */
  compareRows(question: FactsQuestion, rows: RowsCounted | undefined): void {
    expect(rows === undefined, 'only where they are wanted').to.equal(!question.rows);
    if (rows === undefined) return;
    const [stored] = this.stand(question);
    const byId = new Map(stored.map((response) => [response._id, response]));
    const wanted = new Map<string, { responses: number; issues: number }>();
    for (const id of recountIds(...this.stand(question))) {
      const { office, issues = [] } = byId.get(id) ?? {};
      const sum = wanted.get(office ?? 'none') ?? { responses: 0, issues: 0 };
      const passing = issues.filter((issue) =>
        // a strategy of the facts is any text
        passesIssue(issue as Parameters<typeof passesIssue>[0], question.filters),
      ).length;
      wanted.set(office ?? 'none', {
        responses: sum.responses + 1,
        issues: sum.issues + passing,
      });
    }
    const got = rows.offices.map(({ office, counts: { responses, issues } }) => [
      office,
      { responses, issues },
    ]);
    expect(Object.fromEntries(got), this.about(question)).to.deep.equal(Object.fromEntries(wanted));
    const sumOf = (of: readonly { counts: { responses: number } }[]) =>
      of.reduce((sum, { counts }) => sum + counts.responses, 0);
    expect(sumOf(rows.districts), this.about(question)).to.equal(sumOf(rows.offices));
  }

  compareSubPlans(question: FactsQuestion, counted: SubPlansCounted | undefined): void {
    expect(counted === undefined, 'only where they are wanted').to.equal(!question.rows);
    if (counted === undefined) return;
    const known = [...counted].flatMap(([province, here]) =>
      [...here].map(([id, { issues, responses, linked }]) => [
        `${province} ${id}`,
        { issues, responses, linked },
      ]),
    );
    const wanted = [...recountSubPlans(...this.stand(question), this.links)]
      .filter(([key]) => !key.startsWith('all '))
      .map(([key, { issues, responses, linked }]) => [key, { issues, responses, linked }]);
    expect(Object.fromEntries(known), this.about(question)).to.deep.equal(
      Object.fromEntries(wanted),
    );
  }

  compareMonths(question: FactsQuestion, counted: SubPlanMonths | undefined): void {
    expect(counted === undefined, 'only where they are wanted').to.equal(!question.rows);
    if (counted === undefined) return;
    const known = [...counted].flatMap(([id, months]) =>
      [...months].map(([month, counts]) => [`${month ?? 'none'} ${id}`, counts] as const),
    );
    const wanted = recountSubPlanMonths(...this.stand(question), this.links);
    expect(Object.fromEntries(known), this.about(question)).to.deep.equal(
      Object.fromEntries(wanted),
    );
  }

  page(question: FactsQuestion): void {
    const right = recountIds(...this.stand(question));
    const limit = 1 + this.chance.below(6);
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = this.facts.find(question, { limit, after });
      expect(page.total, this.about(question)).to.equal(right.length);
      expect(page.ids.length).to.be.at.most(limit);
      ids.push(...page.ids);
      after = page.next;
      if (ids.length === right.length) expect(after, 'nothing comes after the last').to.equal(null);
    } while (after !== null);
    expect(ids, this.about(question)).to.deep.equal(right);
  }

  /** what a plain recount is given: what is stored now, and how the survey counts */
  stand(question: FactsQuestion): Parameters<typeof recountIds> {
    const stored = [...this.stored.values()]
      .filter((response) => response !== undefined)
      .map((response) => besideLinks(response, this.links) as typeof response);
    const countApprovedOnly = question.survey === '2569' && this.approvedOnly;
    return [stored, { ...question, countApprovedOnly }];
  }

  about(question: FactsQuestion): string {
    return `seed ${this.seed}, ${JSON.stringify(question)}`;
  }
}

/** Residuals to nine decimals: two right formulas may differ in the last bit. */
function rounded(figures: Figures) {
  const cells = figures['province-strategy']?.map((cell) => ({
    ...cell,
    residual: cell.residual === null ? null : Number(cell.residual.toFixed(9)),
  }));
  return { ...figures, 'province-strategy': cells };
}
