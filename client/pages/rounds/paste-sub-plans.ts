// Sub-plans as they come out of a spreadsheet: one a line, cells by tabs: code, Thai name, English name, words.
import { findStrategy } from '../../../shared/survey/coded-values.ts';
import type { SubPlan } from '../../../shared/survey/definition.ts';
import { splitWords } from './split-words.ts';

export interface Pasted {
  readonly subPlans: readonly SubPlan[];
  readonly changed: number;
  readonly added: number;
  /** lines that are no sub-plan, from 1; when there is any, nothing is taken */
  readonly bad: readonly number[];
}

/** A code that is there is changed; a new one comes after the others of its strategy, which its first digit names. */
export function pasteSubPlans(text: string, before: readonly SubPlan[]): Pasted {
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()));
  let subPlans = [...before];
  let [changed, added] = [0, 0];
  const bad: number[] = [];
  for (const [index, [code = '', nameTh = '', nameEn = '', words = '']] of lines.entries()) {
    if (code === '' && nameTh === '') continue;
    if (index === 0 && !/\d/.test(code)) continue; // the sheet's own heads
    const names = { nameTh, nameEn: nameEn || null };
    const known = subPlans.find((one) => one.code === code);
    const strategy = known?.strategy ?? findStrategy(code.replace(/\..*$/, ''));
    if (code === '' || nameTh === '' || code.length > 20 || !strategy) bad.push(index + 1);
    else if (known) {
      const next = { ...known, ...names, ...(words && { words: splitWords(words) }) };
      subPlans = subPlans.map((one) => (one === known ? next : one));
      changed++;
    } else {
      subPlans = withOne(subPlans, { code, strategy, ...names, words: splitWords(words) });
      added++;
    }
  }
  return bad.length > 0
    ? { subPlans: before, changed: 0, added: 0, bad }
    : { subPlans, changed, added, bad };
}

/** With an id that none has had: its code where that is free. */
export function withOne(
  subPlans: readonly SubPlan[],
  one: Omit<SubPlan, 'id' | 'state'>,
): SubPlan[] {
  const start = one.code.replace(/[^A-Za-z0-9._-]/g, '').replace(/^[._-]+/, '') || 'p';
  let id = start;
  for (let n = 2; subPlans.some((other) => other.id === id); n++) id = `${start}-${n}`;
  const made: SubPlan = { id, ...one, state: 'active' };
  const last = subPlans.findLastIndex(({ strategy }) => strategy === one.strategy);
  return subPlans.toSpliced(last < 0 ? subPlans.length : last + 1, 0, made);
}
