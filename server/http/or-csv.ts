// A route that takes JSON, and a file of the same things beside it: as CSV text, and where it says so as a workbook.
import type { RequestHandler } from 'express';
import { inputsOf } from './endpoint.ts';

/** `csv` answers what is sent as `text/csv`, or as one of `more`, `json` everything else; they share the replies that `json` declares. */
export function orCsv(
  json: RequestHandler,
  csv: RequestHandler,
  ...more: readonly string[]
): RequestHandler {
  const handler: RequestHandler = (req, res, next) =>
    (req.is(['text/csv', ...more]) ? csv : json)(req, res, next);
  const { query } = inputsOf.get(csv) ?? {};
  inputsOf.set(handler, { ...inputsOf.get(json), ...(query && { query }), takesCsv: true });
  return handler;
}
