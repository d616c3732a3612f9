// What is noticed of one sender beside the others of the round: what they leave empty, how late they are, and how alike their answers are.
import { median } from 'simple-statistics';
import { toDays } from './days.ts';
import { type FoundFlag, type LookedAt, mostNamed, thresholds } from './flag.ts';

const fields = ['day', 'respondent', 'strategy', 'severity', 'affected'] as const;
type Field = (typeof fields)[number];

/** How often, of how many, and where to look. */
class Share {
  cases = 0;
  of = 0;
  readonly responses: string[] = [];

  add(isCase: boolean, id: string): void {
    this.of += 1;
    if (!isCase) return;
    this.cases += 1;
    if (this.responses.length < mostNamed && this.responses.at(-1) !== id) this.responses.push(id);
  }

  get part(): number {
    return this.of === 0 ? 0 : this.cases / this.of;
  }
}

const shares = (): Record<Field, Share> => ({
  day: new Share(),
  respondent: new Share(),
  strategy: new Share(),
  severity: new Share(),
  affected: new Share(),
});

class Sender {
  readonly by: string;
  readonly office: string;
  readonly provinces = new Set<string>();
  responses = 0;
  readonly missing = shares();
  readonly late = new Share();
  readonly lateDays: number[] = [];
  readonly straight = new Share();
  issuesByHand = 0;
  /** what an issue says but for its words → how many */
  readonly said = new Map<string, { count: number; readonly responses: string[] }>();

  constructor({ by, office }: LookedAt) {
    this.by = by;
    this.office = office;
  }

  add(one: LookedAt): void {
    const { id, day, type, issues } = one;
    this.responses += 1;
    this.provinces.add(one.province);
    this.missing.day.add(day === null, id);
    this.missing.respondent.add(type === null, id);
    for (const { strategy, severity, affected } of issues) {
      this.missing.strategy.add(strategy === null, id);
      this.missing.severity.add(severity === null, id);
      this.missing.affected.add(affected === null, id);
    }
    if (day !== null) this.#addLag(toDays(one.receivedDay) - toDays(day), id);
    if (one.byHand) this.#addAnswers(one);
  }

  #addLag(days: number, id: string): void {
    const isLate = days > thresholds.lateDays;
    this.late.add(isLate, id);
    if (isLate) this.lateDays.push(days);
  }

  #addAnswers({ id, type, issues }: LookedAt): void {
    const said = issues.map(({ strategy, severity, affected }) =>
      JSON.stringify([type, strategy, severity, affected]),
    );
    if (issues.length >= thresholds.straightIssues) this.straight.add(new Set(said).size === 1, id);
    for (const one of said) {
      const known = this.said.get(one) ?? { count: 0, responses: [] };
      this.said.set(one, known);
      this.issuesByHand += 1;
      known.count += 1;
      if (known.responses.length < mostNamed && known.responses.at(-1) !== id)
        known.responses.push(id);
    }
  }
}

export class Senders {
  readonly #senders = new Map<string, Sender>();

  add(one: LookedAt): void {
    const key = JSON.stringify([one.office, one.by]);
    const sender = this.#senders.get(key) ?? new Sender(one);
    this.#senders.set(key, sender);
    sender.add(one);
  }

  flags(): readonly FoundFlag[] {
    const all = [...this.#senders.values()];
    const round = {
      missing: Object.fromEntries(
        fields.map((field) => [field, sumOf(all.map(({ missing }) => missing[field]))]),
      ) as Record<Field, Share>, // one for each of the fields
      late: sumOf(all.map(({ late }) => late)),
    };
    return all.flatMap((sender) => [
      ...fields.flatMap((field) => missingFlag(sender, field, round.missing[field])),
      ...lateFlag(sender, round.late),
      ...straightFlag(sender),
      ...sameFlag(sender),
    ]);
  }
}

function sumOf(all: readonly Share[]): Share {
  const sum = new Share();
  for (const { cases, of } of all) {
    sum.cases += cases;
    sum.of += of;
  }
  return sum;
}

/** The part with everybody else; 0 when there is nobody. */
function othersPart(own: Share, round: Share): number {
  const of = round.of - own.of;
  return of === 0 ? 0 : (round.cases - own.cases) / of;
}

const aboutSender = ({ by, office, provinces }: Sender, more = '') => ({
  subject: JSON.stringify([office, by, more]),
  provinces: [...provinces].sort(),
});
const percent = (part: number): number => Math.round(part * 100);

function missingFlag(sender: Sender, field: Field, round: Share): FoundFlag[] {
  const { by, office, responses, missing } = sender;
  const share = missing[field];
  const others = othersPart(share, round);
  const isRare = responses < thresholds.responses || share.part < thresholds.missingShare;
  if (isRare || share.part < others * thresholds.timesOthers) return [];
  const { cases, of } = share;
  const numbers = {
    by,
    office,
    field,
    cases,
    of,
    part: percent(share.part),
    others: percent(others),
  };
  const { responses: named } = share;
  return [
    { rule: 'missing-values', ...aboutSender(sender, field), cases, numbers, responses: named },
  ];
}

function lateFlag(sender: Sender, round: Share): FoundFlag[] {
  const { by, office, late } = sender;
  const others = othersPart(late, round);
  if (late.of < thresholds.responses || late.part < thresholds.lateShare) return [];
  if (late.part < others * thresholds.timesOthers) return [];
  const { cases, of, responses } = late;
  const days = Math.round(median(sender.lateDays));
  const numbers = {
    by,
    office,
    cases,
    of,
    days,
    limit: thresholds.lateDays,
    others: percent(others),
  };
  return [{ rule: 'late-reports', ...aboutSender(sender), cases, numbers, responses }];
}

function straightFlag(sender: Sender): FoundFlag[] {
  const { by, office, straight } = sender;
  const { cases, of, responses, part } = straight;
  if (of < thresholds.straightResponses || part < thresholds.straightShare) return [];
  const numbers = { by, office, cases, of, issues: thresholds.straightIssues };
  return [{ rule: 'straight-lining', ...aboutSender(sender), cases, numbers, responses }];
}

function sameFlag(sender: Sender): FoundFlag[] {
  const { by, office, issuesByHand: of } = sender;
  if (of < thresholds.sameIssues) return [];
  const [most] = [...sender.said.values()].sort((one, other) => other.count - one.count);
  if (!most || most.count < of * thresholds.sameShare) return [];
  const { count: cases, responses } = most;
  const numbers = { by, office, cases, of, part: percent(cases / of) };
  return [{ rule: 'same-answers', ...aboutSender(sender), cases, numbers, responses }];
}
