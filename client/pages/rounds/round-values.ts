// What stands in the form of a round: texts as they are typed, and what of them can be stored.
import type { RoundDraft } from '../../../shared/api/rounds.ts';
import { photosPerIssue } from '../../../shared/photos/photo.ts';
import { findProvince } from '../../../shared/places/find-province.ts';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import type { StrategyWords, SubPlan } from '../../../shared/survey/definition.ts';
import {
  finalDayOf,
  firstDayOf,
  firstInstantOf,
  roundEndOf,
} from '../../../shared/survey/round-days.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { readTypedDay } from '../../data/read-typed-day.ts';
import { formatDay } from '../../i18n/format.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { splitWords } from './split-words.ts';

export interface RoundValues {
  readonly names: { readonly th: string; readonly en: string };
  readonly opens: string;
  readonly closes: string;
  readonly retention: string;
  readonly expected: string;
  readonly countApprovedOnly: boolean;
  readonly reviewTiers: 0 | 1 | 2;
  readonly photosPerIssue: 0 | 1 | 2 | 3;
  readonly welcome: { readonly textTh: string; readonly textEn: string };
  readonly notice: { readonly textTh: string; readonly textEn: string };
  /** words of each strategy, as they are typed */
  readonly words: Readonly<Record<string, string>>;
  readonly subPlans: readonly SubPlan[];
}

export function toRoundValues({ content }: RoundDraft, lang: Lang): RoundValues {
  const { opensAt, closesAt, retentionDays, provincesExpected: expected } = content;
  const shownDay = (day: string | null) => (day ? formatDay(day, lang) : '');
  const { textTh, textEn } = content.privacyNotice;
  return {
    names: { th: nameIn(content, 'th'), en: nameIn(content, 'en') },
    opens: shownDay(firstDayOf(opensAt)),
    closes: shownDay(finalDayOf(closesAt)),
    retention: retentionDays === null ? '' : String(retentionDays),
    expected:
      expected === 'all'
        ? ''
        : expected.map((code) => provinceByCode(code)?.name[lang] ?? code).join(', '),
    countApprovedOnly: content.countApprovedOnly,
    reviewTiers: content.reviewTiers,
    photosPerIssue: photosPerIssue(content) as RoundValues['photosPerIssue'], // none to three
    welcome: content.welcome,
    notice: { textTh, textEn },
    words: Object.fromEntries(content.strategies.map(({ id, words }) => [id, words.join(', ')])),
    subPlans: content.subPlans,
  };
}

export type RoundErrors = Partial<
  Record<'th' | 'en' | 'opens' | 'closes' | 'retention' | 'expected' | 'counting' | 'codes', string>
>;

export function roundErrors(values: RoundValues, { rounds: words }: Messages): RoundErrors {
  const unknown = splitWords(values.expected).find((name) => codeOf(name) === undefined);
  const [opens, closes] = [readTypedDay(values.opens), readTypedDay(values.closes)];
  const isReversed = Boolean(opens && closes && closes < opens);
  const codes = values.subPlans.map(({ code }) => code);
  const twice = codes.find((code, at) => code !== '' && codes.indexOf(code) < at);
  const days = /^[1-9]\d{0,4}$/.test(values.retention.trim()) && Number(values.retention) <= 36_500;
  return {
    ...(values.names.th.trim() === '' && { th: words.missingName }),
    ...(values.names.en.trim() === '' && { en: words.missingName }),
    ...(opens === undefined && { opens: words.badDay }),
    ...(isReversed && { closes: words.faultWords['days-reversed'] }),
    ...(closes === undefined && { closes: words.badDay }),
    ...(values.countApprovedOnly &&
      values.reviewTiers === 0 && { counting: words.faultWords['approved-without-review'] }),
    ...(twice !== undefined && { codes: `${words.faultWords['code-twice']} (${twice})` }),
    ...(values.retention.trim() !== '' && !days && { retention: words.badNumber }),
    ...(unknown !== undefined && { expected: words.badProvince(unknown) }),
  };
}

/** Of values without errors. */
export function toChange(values: RoundValues, draft: RoundDraft) {
  const [opens, closes] = [readTypedDay(values.opens), readTypedDay(values.closes)];
  const { content } = draft;
  const { photosPerIssue: photos } = values;
  // an instant inside of the day is left as it is
  const opensAt =
    opens === firstDayOf(content.opensAt) ? content.opensAt : instantOf(opens, firstInstantOf);
  const closesAt =
    closes === finalDayOf(content.closesAt) ? content.closesAt : instantOf(closes, roundEndOf);
  const expected = splitWords(values.expected).flatMap((name) => codeOf(name) ?? []);
  const strategies: StrategyWords[] = content.strategies.map(({ id }) => ({
    id,
    words: splitWords(values.words[id] ?? ''),
  }));
  return {
    revision: draft.revision,
    nameTh: values.names.th,
    nameEn: values.names.en,
    opensAt,
    closesAt,
    retentionDays: values.retention.trim() === '' ? null : Number(values.retention),
    provincesExpected: expected.length === 0 ? ('all' as const) : expected,
    countApprovedOnly: values.countApprovedOnly,
    reviewTiers: values.reviewTiers,
    // a round that says nothing of them takes three: it goes on saying nothing
    ...(photos !== photosPerIssue(content) && { photosPerIssue: photos }),
    welcome: values.welcome,
    privacyNotice: values.notice,
    strategies,
    subPlans: values.subPlans,
  };
}

const instantOf = (day: string | null | undefined, from: (day: string) => string): string | null =>
  day ? from(day) : null;

function codeOf(name: string): string | undefined {
  const found = findProvince(name);
  return 'code' in found ? found.code : undefined;
}
