// Installing and building, each only when needed: decided by hashes of contents, so a copy or a clone is judged rightly.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Rabfang needs Node 20.19 or later; this is ${process.versions.node}.`);
}

/** What every command begins with: installs and builds what is missing, and goes to the project's folder. */
export function makeReady() {
  refuseOldNode();
  process.chdir(root);
  installWhatIsMissing();
  buildWhatIsOld();
}

/** Runs npm when node_modules does not belong to package-lock.json. */
export function installWhatIsMissing() {
  const stamp = join(root, 'node_modules', '.rabfang-installed');
  const wanted = `${digestOfFiles(['package-lock.json'])} ${process.platform} ${process.arch}`;
  if (read(stamp) === wanted) return;
  say('Installing what is missing (once) …');
  // not `npm ci`: it insists on the lock naming the optional binaries of platforms that a registry may not carry
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  run(
    'npm',
    [...args, '--loglevel=error'],
    'The installation failed. Is there a network, and room on the disk?',
  );
  writeFileSync(stamp, wanted);
}

/** Compiles the server and bundles the client when a source has changed since the last build. */
export function buildWhatIsOld() {
  const stamp = join(root, 'dist', '.built');
  const wanted = digestOfFiles([
    'package-lock.json',
    'tsconfig.json',
    ...['shared', 'seed', 'server', 'client'].flatMap(sourcesIn),
  ]);
  if (read(stamp) === wanted) return;
  say('Building …');
  rmSync(stamp, { force: true });
  runTool(
    'typescript',
    'tsc',
    ['-b', 'shared', 'seed', 'server', 'seed/cli'],
    'The server did not compile.',
  );
  runTool(
    'vite',
    'vite',
    ['build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'],
    'The client did not build.',
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Runs a package's own command through this Node: no shell, so paths with spaces and Thai letters are fine. */
export function runTool(packageName, command, args, failure) {
  run(process.execPath, [toolPath(packageName, command), ...args], failure);
}

export function toolPath(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

function run(command, args, failure) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (error || status !== 0) fail(failure);
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

function digestOfFiles(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('base64url');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
