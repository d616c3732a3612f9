// `npm run soak [-- --minutes 5 --rate 200]`: builds what is old, then keeps a server busy for so long and looks at how it bears it.
import { spawnSync } from 'node:child_process';
import { makeReady } from '../../server/prepare.mjs';

makeReady();
const { status } = spawnSync(
  process.execPath,
  ['--import=tsx', 'test/soak/main.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
