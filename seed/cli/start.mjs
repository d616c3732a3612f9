// `npm run seed`: installs and builds what is missing, then fills the database.
import { makeReady } from '../../server/prepare.mjs';

makeReady();
await import('../../dist/seed/cli/main.js');
