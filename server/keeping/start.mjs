// `npm run backup`, `restore`, `move`: installs and builds what is missing, then does it.
import { makeReady } from '../prepare.mjs';

makeReady();
await import('../../dist/server/keeping/main.js');
