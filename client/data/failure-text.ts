// What went wrong, in a sentence: everywhere's words first, then those of the list of problems, where the page has it.
import type { Messages } from '../i18n/messages.ts';
import type { ApiProblem } from './api.ts';

export function failureText({ type }: ApiProblem, t: Messages): string {
  const { failures } = t.common;
  const explained: Readonly<Record<string, { meaning: string } | undefined>> = t.problems.types;
  return failures[type] ?? explained[type]?.meaning ?? failures.unexpected;
}

/** Why signing in still waits for a code. */
export function codeRefusalText({ details }: ApiProblem, t: Messages): string {
  const words: Readonly<Record<string, string>> = t.shell.signIn.codeRefusals;
  return words[String(details.reason)] ?? t.shell.signIn.codeRefusals.wrong;
}

/** Why whoever came from the sign-in service was not let in; whoever made up another reason in the address reads that it failed. */
export function serviceRefusalText(reason: string, t: Messages): string {
  const words: Readonly<Record<string, string>> = t.signInService.refusals;
  return (Object.hasOwn(words, reason) && words[reason]) || t.signInService.refusals.failed;
}
