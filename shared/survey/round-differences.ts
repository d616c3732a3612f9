// What is otherwise in one content of a round than in another: what an administrator looks at before publishing.
import { canonicalJson } from '../text/canonical-json.ts';
import type { RoundContent } from './definition.ts';

export interface RoundDifference {
  readonly kind: 'added' | 'removed' | 'changed' | 'retired' | 'restored';
  /** `/subPlans/1.3`, `/closesAt` */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

const lists = ['strategies', 'subPlans', 'questions'] as const;
type ListName = (typeof lists)[number];
type Item = RoundContent[ListName][number];

const isList = (name: string): name is ListName => lists.some((list) => list === name);
const keyOf = (item: Item): string => ('id' in item ? item.id : item.pointer.replace(/^\//, ''));

export function roundDifferences(before: RoundContent, after: RoundContent): RoundDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof RoundContent>; // their own keys
  return [...names].flatMap((name) =>
    isList(name)
      ? listDifferences(name, before[name], after[name])
      : difference(`/${name}`, comparable(name, before), comparable(name, after)),
  );
}

/** The version of a notice follows from its words. */
function comparable(name: keyof RoundContent, content: RoundContent): unknown {
  const { privacyNotice } = content;
  const { textTh, textEn } = privacyNotice;
  return name === 'privacyNotice' ? { textTh, textEn } : content[name];
}

function listDifferences(
  name: ListName,
  before: readonly Item[],
  after: readonly Item[],
): RoundDifference[] {
  const items = (list: readonly Item[]) => new Map(list.map((item) => [keyOf(item), item]));
  const [was, is] = [items(before), items(after)];
  const each = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
    difference(`/${name}/${key}`, was.get(key), is.get(key)),
  );
  const order = (list: readonly Item[], among: ReadonlyMap<string, Item>) =>
    list.map(keyOf).filter((key) => among.has(key));
  return [...each, ...difference(`/${name}`, order(before, is), order(after, was))];
}

function difference(pointer: string, before: unknown, after: unknown): RoundDifference[] {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  return [{ kind: kindOf(before, after), pointer, before: before ?? null, after: after ?? null }];
}

function kindOf(before: unknown, after: unknown): RoundDifference['kind'] {
  const [was, is] = [stateOf(before), stateOf(after)];
  if (was === 'active' && is === 'retired') return 'retired';
  if (was === 'retired' && is === 'active') return 'restored';
  if (before === undefined || before === null) return 'added';
  return after === undefined || after === null ? 'removed' : 'changed';
}

function stateOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'state' in item ? item.state : undefined;
}
