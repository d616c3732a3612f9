// Where Chromium is: CHROMIUM, the PATH, Debian's place; installed by root on Debian. Undefined where there is none.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// the shell is the same Chromium without the browser's own windows: a page costs it half the time
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** @returns {string | undefined} */
export function chromiumPath() {
  return known() ?? (installed() ? known() : undefined);
}

function known() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = [
    process.env.CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/usr/bin/chromium',
  ];
  return places.find((place) => place && isExecutable(place));
}

/** Root on Debian may install it. */
function installed() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get'))
    return false;
  process.stdout.write('Installing Chromium for the browser tests …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
      .status === 0;
  const install = (name) => apt('install', '-y', name);
  return apt('update') && (install('chromium-headless-shell') || install('chromium'));
}

function isExecutable(place) {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
