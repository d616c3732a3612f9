// A stored answer to one of the survey's own questions as text.
import { type Lang, nameIn } from '../text/names.ts';
import type { ExtraQuestion } from './definition.ts';

/** As files hold it and can be read again: keys of options, `yes` and `no`, days of the Common Era. A number stays one. */
export function answerText(answer: unknown): string | number {
  if (answer === null || answer === undefined) return '';
  if (typeof answer === 'number') return answer;
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (Array.isArray(answer)) return answer.map(answerText).join('; ');
  return typeof answer === 'object' ? JSON.stringify(answer) : String(answer);
}

/** The names of the options that were chosen, in one language; a key that is gone stands for itself. */
export function optionNames(
  answer: unknown,
  { options = [] }: ExtraQuestion,
  lang: Lang,
): readonly string[] {
  const keys: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return keys.map((key) => {
    const option = options.find((one) => one.key === key);
    return option ? nameIn(option, lang) : String(key);
  });
}
