// Many people from a file: everything is checked first, then they are added one by one; the same file again adds whoever is
// missing, so being stopped in between leaves nothing half.
import type { NewPerson, PeopleAdded, PeopleRow } from '../../shared/api/people.ts';
import type { User } from '../../shared/api/session.ts';
import { FileRefused } from '../../shared/batch/file-refused.ts';
import { type JudgedPerson, judgePerson } from '../../shared/people/judge-person.ts';
import { mayManage } from '../../shared/people/managing.ts';
import {
  mostPeopleInFile,
  type PeopleFile,
  type PersonRecord,
  readPeopleFile,
} from '../../shared/people/read-people-file.ts';
import type { Audit } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { everyOffice } from '../offices/read-offices.ts';
import { personAdded, toStored } from './change-people.ts';
import { changeUser, type UserChange } from './change-user.ts';
import { newInvitation } from './invitations.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

export interface AddingPeople {
  /** nothing is stored */
  readonly dryRun: boolean;
  /** who is there already and has never set a password gets a new invitation: for codes that were lost */
  readonly renew: boolean;
  readonly audit: Audit;
}

/** @throws people-invalid with every row when one is wrong; what refuses the file as a whole */
export async function addPeople(
  context: Context,
  manager: User,
  bytes: Uint8Array,
  { dryRun, renew, audit }: AddingPeople,
): Promise<PeopleAdded> {
  const file = readFile(bytes);
  const judged = await judgeAll(context, manager, file);
  const said = saidOf(judged.map(({ row }) => row));
  if (dryRun) return said;
  if (said.counts.wrong > 0)
    throw problem('people-invalid', {
      ...said,
      detail: 'Mend these rows and send the file again.',
    });
  const rows: PeopleRow[] = [];
  for (const { row, person } of judged)
    rows.push(person ? await add(context, row, person, { renew, audit }) : row);
  return saidOf(rows);
}

interface JudgedRow {
  readonly row: PeopleRow;
  readonly person: NewPerson | null;
}

async function judgeAll(
  { db }: Context,
  manager: User,
  { headers, records }: PeopleFile,
): Promise<JudgedRow[]> {
  const offices = await everyOffice({ db });
  const judged = records.map((record) => ({ record, ...judgePerson(record, headers, offices) }));
  const names = judged.flatMap(({ person }) => person?.username ?? []);
  const known = await db
    .model(storedUsers)
    .find({ _id: { $in: names } })
    .lean<StoredUser[]>();
  const byName = new Map(known.map((one) => [one._id, one]));
  const seen = new Set<string>();
  return judged.map(({ record, person, reasons }) => {
    if (!person) return { person, row: rowOf(record, 'wrong', reasons) };
    const stored = byName.get(person.username);
    const code = faultOf(manager, person, stored, seen);
    seen.add(person.username);
    if (code)
      return { person, row: rowOf(record, 'wrong', [{ code, column: headers.username ?? '' }]) };
    return { person, row: rowOf(record, stored ? 'same' : 'new', []) };
  });
}

function faultOf(
  manager: User,
  person: NewPerson,
  stored: StoredUser | undefined,
  seen: ReadonlySet<string>,
): JudgedPerson['reasons'][number]['code'] | undefined {
  if (!mayManage(manager, person)) return 'beyond-yours';
  if (seen.has(person.username)) return 'twice-in-file';
  return stored && !isSame(stored, person) ? 'person-exists' : undefined;
}

function isSame(stored: StoredUser, person: NewPerson): boolean {
  const what = ({ name, role, office, scope }: Omit<NewPerson, 'username'>) =>
    JSON.stringify([name, role, office, Object.entries(scope).sort()]);
  return what(stored) === what(person);
}

async function add(
  context: Context,
  row: PeopleRow,
  person: NewPerson,
  { renew, audit }: Omit<AddingPeople, 'dryRun'>,
): Promise<PeopleRow> {
  const { shown, stored: invitation } = newInvitation(context.now());
  if (row.outcome === 'new') {
    const stored = toStored(person, invitation, context.now());
    try {
      await audit.before(personAdded(person), () =>
        context.db.model(storedUsers).collection.insertOne(stored as never),
      );
      return { ...row, invitation: shown };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error; // added by another request since it was looked for
      return { ...row, outcome: 'same' };
    }
  }
  if (!renew) return row;
  let renewed = false;
  const decide = ({ password, active }: StoredUser): UserChange => {
    renewed = password === null && active;
    if (!renewed) return { set: {}, ends: 'nothing' };
    const happening = { what: 'person-invited', on: `person:${person.username}` } as const;
    return { set: { invitation }, ends: 'nothing', happening };
  };
  await changeUser(context, person.username, decide, audit);
  return renewed ? { ...row, invitation: shown } : row;
}

function readFile(bytes: Uint8Array): PeopleFile {
  let file: PeopleFile;
  try {
    file = readPeopleFile(bytes);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { type, ...rest } = error.problem;
    throw problem(type, { ...rest, detail: 'A column of user names is needed, as CSV text.' });
  }
  if (file.records.length > mostPeopleInFile)
    throw problem('too-large', { detail: `At most ${mostPeopleInFile} people at once.` });
  return file;
}

function rowOf(
  { row, line, cells }: PersonRecord,
  outcome: PeopleRow['outcome'],
  reasons: JudgedPerson['reasons'],
): PeopleRow {
  const { username = '', name = '' } = cells;
  return { row, line, username, name, outcome, reasons: [...reasons], invitation: null };
}

function saidOf(rows: PeopleRow[]): PeopleAdded {
  const count = (outcome: PeopleRow['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length;
  const counts = {
    rows: rows.length,
    new: count('new'),
    same: count('same'),
    wrong: count('wrong'),
  };
  return { counts, rows };
}
