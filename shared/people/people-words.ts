// The words by which files of people name their columns and their roles.
import type { Role } from '../api/session.ts';
import { headerKey } from '../batch/header-key.ts';

export const peopleColumns = ['username', 'name', 'role', 'office', 'scope', 'email'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/** as a header is compared: small letters, no spaces */
const headers: Readonly<Record<PeopleColumn, string>> = {
  username: 'username user login account ชื่อผู้ใช้ ชื่อบัญชี ผู้ใช้ บัญชี บัญชีผู้ใช้',
  name: 'name fullname displayname ชื่อ ชื่อสกุล ชื่อ-สกุล ชื่อ-นามสกุล ชื่อและนามสกุล ชื่อนามสกุล',
  role: 'role position บทบาท หน้าที่ ประเภทผู้ใช้ ตำแหน่ง',
  office: 'office officeid สำนักงาน รหัสสำนักงาน หน่วยงาน',
  scope: 'scope area place พื้นที่ ขอบเขต พื้นที่รับผิดชอบ จังหวัด province',
  email: 'email e-mail mail อีเมล อีเมล์',
};

const words: Readonly<Record<Role, string>> = {
  enumerator: 'enumerator fieldworker interviewer ผู้เก็บข้อมูล พนักงานเก็บข้อมูล ผู้สำรวจ เจ้าหน้าที่ภาคสนาม',
  officer: 'officer เจ้าหน้าที่ เจ้าหน้าที่สำนักงาน',
  planner: 'planner analyst ผู้วางแผน นักวางแผน นักวิเคราะห์',
  administrator: 'administrator admin ผู้ดูแลระบบ ผู้ดูแล แอดมิน',
};

const byWord = <T extends string>(all: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    // Object.entries forgets what the record's keys are
    (Object.entries(all) as [T, string][]).flatMap(([one, text]) =>
      text.split(' ').map((word) => [headerKey(word), one] as const),
    ),
  );
const columnByWord = byWord(headers);
const roleByWord = byWord(words);

export function findPeopleColumn(header: string): PeopleColumn | undefined {
  return columnByWord.get(headerKey(header));
}

export function findRole(text: string): Role | undefined {
  return roleByWord.get(headerKey(text));
}
