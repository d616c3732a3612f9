// A file of people: one record a person.
import { readSmallTable, type SmallTable, type TableRecord } from '../batch/small-table.ts';
import { findPeopleColumn, type PeopleColumn } from './people-words.ts';

/** people that one file adds at most */
export const mostPeopleInFile = 2000;

export type PersonRecord = TableRecord<PeopleColumn>;
export type PeopleFile = SmallTable<PeopleColumn>;

/** @throws FileRefused `not-text`, `unknown-encoding`, `empty-file`, `no-header` */
export const readPeopleFile = (bytes: Uint8Array): PeopleFile =>
  readSmallTable(bytes, { find: findPeopleColumn, needed: 'username', most: mostPeopleInFile });
