// `npm start`: installs what is missing, builds what is out of date, starts the server. Plain JavaScript, because nothing is installed yet.
import { makeReady } from './prepare.mjs';

makeReady();
process.setSourceMapsEnabled(true);
await import('../dist/server/main.js');
