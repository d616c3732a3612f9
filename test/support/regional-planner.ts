// A planner for a part of the country: the demonstration's own sees all of it.
import type { Person, TestApp } from './app.ts';
import { newId } from './build.ts';

export async function plannerOf(app: TestApp, region: string): Promise<Person> {
  const admin = await app.as('admin');
  const { body } = await admin.post('/api/people', {
    username: `planner-${newId().slice(0, 8)}`,
    name: 'ผู้วางแผนของภาค',
    role: 'planner',
    office: region,
    scope: { kind: 'region', region },
  });
  const visitor = await app.as('visitor');
  const signed = await visitor.post(`/api/invitations/${body.invitation.code}`, {
    password: 'บ้านไม้ริมน้ำ ปลูกมะม่วง',
  });
  return app.withToken(signed.body.token);
}
