// The part of PapaParse that is used here. The published types bring Node's along, and this folder must not know Node.
interface ParsedStep {
  readonly data: readonly [string[]];
  readonly errors: readonly { readonly code: string; readonly index?: number }[];
  /** `cursor`: where the next record starts, in characters */
  readonly meta: { readonly cursor: number };
}

interface ParsedRest {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly index?: number }[];
  readonly meta: { readonly cursor: number };
}

declare class Parser {
  constructor(config: {
    delimiter: string;
    newline: '\n';
    step: (result: ParsedStep) => void;
  });
  /** `ignoreLastRow`: more may follow, so the last record is left for the next time */
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): ParsedRest;
  abort(): void;
}

declare const papaparse: { readonly Parser: typeof Parser };
export default papaparse;
