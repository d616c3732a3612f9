// What has changed since a snapshot, in a sentence.
import type { SnapshotDifference } from '../../../../shared/api/snapshots.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { grammar } from '../../../i18n/grammar.ts';
import type { Speech } from '../../../i18n/i18n.ts';

type Counts = Pick<SnapshotDifference, 'same' | 'strip' | 'figures' | 'before' | 'now'>;

export function differenceText(difference: Counts, { t, lang }: Speech): string {
  const words = t.snapshots;
  const { before, now } = difference;
  const versions =
    before.version === now.version
      ? []
      : [words.version(String(before.version), String(now.version))];
  return [counted(difference, t), ...versions].join(grammar[lang].betweenSentences);
}

function counted({ same, strip, figures }: Counts, t: Speech['t']): string {
  const words = t.snapshots;
  if (same) return words.same;
  const change = (name: string) => strip.find(({ number }) => number === name);
  const [issues, responses] = [change('issues'), change('responses')];
  const provinces = figures.find(({ figure }) => figure === 'by-province')?.rows ?? 0;
  const places = provinces > 0 ? ` · ${words.provinces(formatNumber(provinces))}` : '';
  const say = (of: NonNullable<typeof issues>, print: typeof words.issuesFromTo) =>
    print(formatNumber(of.before), formatNumber(of.now));
  const said = [
    issues && say(issues, words.issuesFromTo),
    responses && say(responses, words.responsesFromTo),
  ].filter((one) => one !== undefined);
  if (said.length === 0) return words.changedOthers + places;
  return words.changed(said) + places;
}
