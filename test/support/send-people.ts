// Somebody with a second factor, another one begun, and a rule about it, for a fixture of a format; and a plan with what is linked to it.
import { setTimeout as wait } from 'node:timers/promises';
import { codeAt } from './second-factor.ts';
import type { Asking } from './what-is-there.ts';

/** somebody who was added, beside the accounts that a database begins with */
export const addedOfficer = {
  username: 'fixture-officer',
  name: 'เจ้าหน้าที่ ตัวอย่าง',
  role: 'officer',
  office: 'TH-40',
  scope: { kind: 'province', province: 'TH-40' },
};
const password = 'บ้านไม้ริมน้ำ ปลูกมะม่วง';

export async function sendPeople({ url, headers }: Asking): Promise<void> {
  const ask = async (method: string, path: string, body?: object, as = headers) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...as, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
    return JSON.parse(said);
  };
  const { invitation } = await ask('POST', '/api/people', addedOfficer);
  const { token } = await ask('POST', `/api/invitations/${invitation.code}`, { password }, {});
  const own = { authorization: `Bearer ${token}` };
  const { secret } = await ask('POST', '/api/me/second-factor', {}, own);
  await ask('PUT', '/api/me/second-factor', { code: codeAt(secret, Date.now()) }, own);
  await ask('POST', '/api/me/second-factor', {}, own);
  await ask('PUT', '/api/sign-in-rules', { secondFactor: ['planner'] });
  await sendPlan(ask);
}

type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

async function sendPlan(ask: Ask): Promise<void> {
  const project = {
    code: 'DE-01',
    nameTh: 'ศูนย์ดิจิทัลชุมชน',
    subPlans: ['1.1'],
    office: 'TH-40',
    provinces: ['TH-40'],
    budget: { '2569': 1_500_000 },
    start: '2025-10-01',
    end: '2027-09-30',
  };
  await ask('POST', '/api/plan/projects', project);
  const result = { nameTh: 'ศูนย์ที่เปิด', unit: 'แห่ง', baseline: 20, target: 80 };
  await ask('PUT', '/api/plan/projects/DE-01/results/2569/centres', { ...result, reached: 35 });
  const issues = ['00000000-0000-4000-8000-000000000001#1'];
  const links = '/api/surveys/2569/links';
  await ask('POST', links, { issues, subPlan: '1.1', reason: 'เรื่องสัญญาณ' });
  await ask('POST', links, { issues, project: 'de-01', how: 'suggestion' });
  await ask('DELETE', links, { issues, subPlan: '1.1' });
  await sendRule(ask);
}

/** One that is on, and has linked what it is to link. */
async function sendRule(ask: Ask): Promise<void> {
  const rules = '/api/surveys/2569/rules';
  const filters = { strategy: ['infrastructure'], from: '2026-01-01' };
  const terms = { filters, words: ['อินเทอร์เน็ต'], subPlan: '1.2' };
  const { id, version } = (await ask('POST', rules, terms)) as { id: string; version: number };
  await ask('PATCH', `${rules}/${id}`, { version, state: 'on' });
  for (let look = 0; look < 100; look++) {
    await wait(200);
    const { items } = (await ask('GET', rules)) as { items: { progress: object | null }[] };
    if (items.every(({ progress }) => progress === null)) return;
  }
  throw new Error('the rule did not come to its end');
}
