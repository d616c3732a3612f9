// From 28 November 2026, 17:57 a person has a version, a session names the one it was opened with, and the database holds no secret.
// Earlier sessions ended with that day's start: nobody can use them any more, but they still named people and their rights.
import type { MigrationStep } from './step.ts';

export const endOlderSessions: MigrationStep = {
  makes: 5,
  does: 'people get a version, sessions that can be used no more go, and so does the secret',
  async run(database) {
    await database.each('users', ({ version }) =>
      version === undefined
        ? { onlyIf: { version: { $exists: false } }, set: { version: 1 } }
        : undefined,
    );
    await database.each('sessions', ({ userVersion }) =>
      userVersion === undefined ? 'remove' : undefined,
    );
    await database.change('settings', 'secret', 'remove');
  },
};
