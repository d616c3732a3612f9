import type { Messages } from './messages.ts';

interface Said {
  readonly code: string;
  readonly [parameter: string]: unknown;
}

/** What a broken rule means and what to do. The page's route must name the area `violations`. */
export function violationText(violation: Said, t: Messages): string {
  return t.violations.texts[violation.code]?.(violation) ?? violationTitle(violation.code, t);
}

/** The same in a few words, for lists and counts; also for the reasons why rows are skipped. */
export function violationTitle(code: string, t: Messages): string {
  return t.violations.titles[code] ?? code;
}
