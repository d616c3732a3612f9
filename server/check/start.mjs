// `npm run check`: installs and builds what is missing, then recounts and compares everything.
import { makeReady } from '../prepare.mjs';

makeReady();
await import('../../dist/server/check/main.js');
