// What the page asks the worker that reads a workbook, and what it answers.
import type { SheetFound } from '../../shared/workbook/reading/sheets.ts';

export type AskedOfWorkbook =
  | { readonly open: File }
  | { readonly take: string; readonly withoutHidden: boolean };

/** why a workbook cannot be read here */
export type WorkbookFailure = 'too-large' | 'damaged' | 'unreadable';

export type WorkbookAnswer =
  | { readonly sheets: readonly SheetFound[] }
  | { readonly csv: Blob }
  | { readonly failed: WorkbookFailure };
