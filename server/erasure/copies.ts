// By what copies of a response's words are known among the rows of files, without holding the words.
import { randomBytes } from 'node:crypto';
import { uuidOf } from '../../shared/batch/identity.ts';
import { saidWords } from '../../shared/survey/without-words.ts';
import { type FindCopies, type ReadRow, rowOfResponse } from '../batches/erase-rows.ts';
import type { Context } from '../context.ts';
import { everyContent } from '../responses/erase-content.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { sha256 } from '../responses/sha256.ts';
import type { StoredErasure } from './erasure.model.ts';

const hashWith =
  (salt: string) =>
  (text: string): string =>
    Buffer.from(sha256(`${salt} ${text}`)).toString('base64url');

/** A text that many say is no sign by itself: alone it is one only within the file, and those that mend it. */
const enoughTexts = 2;

export async function copiesOf(
  context: Pick<Context, 'db'>,
  stored: StoredResponse,
  at: Date,
): Promise<StoredErasure> {
  const salt = randomBytes(16).toString('base64url');
  const hash = hashWith(salt);
  const contents = await everyContent(context, stored);
  const texts = contents.flatMap((content) => saidWords(content).map((words) => words.map(hash)));
  const own = await rowOfResponse(context, stored);
  return {
    _id: stored._id,
    survey: stored.survey,
    at,
    salt,
    texts: texts.filter((hashes) => hashes.length > 0),
    rowId: own?.idCell ? hash(own.idCell) : null,
    office: stored.office,
    receipt: own?.rootReceipt ?? null,
  };
}

export function findCopies(erasures: readonly StoredErasure[]): FindCopies {
  const known = erasures.map((erasure) => ({ erasure, hash: hashWith(erasure.salt) }));
  return async (rows) =>
    rows.map((one) => known.some(({ erasure, hash }) => isCopy(one, erasure, hash)));
}

function isCopy(one: ReadRow, erasure: StoredErasure, hash: (text: string) => string): boolean {
  const { row, idCell, office } = one;
  if (row.responseId !== null) return row.responseId === erasure._id;
  if (row.cells.length === 0) return false;
  if (row.violations.some(({ code }) => code === 'id-conflict') && idCell) {
    if (uuidOf(idCell)?.startsWith(erasure._id)) return true;
    if (office === erasure.office && hash(idCell) === erasure.rowId) return true;
  }
  const inFile = one.rootReceipt === erasure.receipt;
  const said = new Set(row.cells.filter((cell) => cell !== '').map(hash));
  return erasure.texts.some(
    (texts) => (inFile || texts.length >= enoughTexts) && texts.every((text) => said.has(text)),
  );
}
