// From 28 November 2026, 17:57 a demonstration says that it is one. One from before would be started as a real system in which
// everybody knows the passwords: it is told by the mark that its responses were filled in.
import type { AnyDocument, MigrationStep } from './step.ts';

/** there was no way to add others then */
const accounts = new Set(['malee', 'somchai', 'wanida', 'nok', 'admin']);

export const markDemonstration: MigrationStep = {
  makes: 6,
  does: 'a demonstration says that it is one',
  async run(database) {
    const filled = await database.one('settings', 'demo-filled');
    const isOne = filled?.value === true;
    await database.each('users', (user) => markOf(user, isOne && accounts.has(user._id)));
    if (isOne) await database.add('settings', { _id: 'demo', value: true });
  },
};

function markOf(user: AnyDocument, demo: boolean) {
  return user.demo === undefined
    ? { onlyIf: { demo: { $exists: false } }, set: { demo } }
    : undefined;
}
