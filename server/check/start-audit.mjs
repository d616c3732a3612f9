// `npm run audit`: installs and builds what is missing, then looks through the record of who did what.
import { makeReady } from '../prepare.mjs';

makeReady();
await import('../../dist/server/check/audit-main.js');
