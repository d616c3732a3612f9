// `npm run bench [-- part …]`: builds what is old, then runs the named parts (all by default).
import { spawnSync } from 'node:child_process';
import { makeReady } from '../../server/prepare.mjs';

makeReady();
const { status } = spawnSync(
  process.execPath,
  ['--import=tsx', 'test/bench/main.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
