// Is the fuzzer worth its time? Plants one bug after the other into a copy of the engine and counts how many it finds.
// `node --import=tsx test/fuzz/planted-bugs.ts [seconds for each]`
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Bug {
  readonly what: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const bug = (what: string, file: string, right: string, wrong: string): Bug => ({
  what,
  file,
  right,
  wrong,
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are pieces of the sources
const bugs: readonly Bug[] = [
  bug(
    'a range over numbers takes in texts',
    'filter.ts',
    "return [null, ''];",
    'return [null, mark];',
  ),
  bug(
    '$lte leaves out the bound',
    'filter.ts',
    "compileRange(path, '<=', operand)",
    "compileRange(path, '<', operand)",
  ),
  bug(
    '$ne and $nin leave out what is missing',
    'filter.ts',
    '`(${condition.sql}) IS NOT TRUE`',
    '`NOT (${condition.sql})`',
  ),
  bug('$in does not find null', 'filter.ts', 'OR ${sqlOf(path)} IS NULL)`', 'OR 0)`'),
  bug(
    'an object passes for its JSON text',
    'filter.ts',
    "if (path === '_id' || !looksLikeJson(value)) return condition;",
    'return condition;',
  ),
  bug(
    'large numbers are not found',
    'encode.ts',
    'return wide ? BigInt(JSON.stringify(value)) : value;',
    'return value;',
  ),
  bug(
    'dates before 1970 run backwards',
    'encode.ts',
    'ms < 0 ? dateOffset + ms : ms',
    'ms < 0 ? -ms : ms',
  ),
  bug(
    'texts with NUL come back escaped',
    'decode.ts',
    "text.includes('\\\\u0001')",
    "text.includes('\\\\u0000')",
  ),
  bug(
    'two nulls under a unique index',
    'index-catalogue.ts',
    'nullable.length > 0',
    'nullable.length > 9',
  ),
  bug(
    'a partial unique index holds for all',
    'index-catalogue.ts',
    'if (spec.unique) return inline(',
    "if (spec.unique && spec.name === '') return inline(",
  ),
  bug(
    'a failed index is remembered',
    'store.ts',
    "this.#sqlite.exec('ROLLBACK TO change; RELEASE change');",
    "this.#sqlite.exec('RELEASE change');",
  ),
  bug(
    'the second key of an order runs upwards',
    'sort.ts',
    ".join(', ');",
    ".join(', ').replace(/, (.*) DESC/, ', $1');",
  ),
  bug('a limit is off by one', 'cursor.ts', 'short ? this.#limit : ', 'short ? this.#limit + 1 : '),
  bug(
    '$unset creates the way to its field',
    'update.ts',
    "creates: operator !== '$unset',",
    'creates: true,',
  ),
  bug(
    '$setOnInsert is lost',
    'update.ts',
    'if (step.onInsertOnly && !inserting) continue;',
    'if (step.onInsertOnly) continue;',
  ),
  bug(
    'new fields keep the order of the update',
    'update.ts',
    'steps.sort((a, b) => (a.path < b.path ? -1 : 1))',
    'steps',
  ),
  bug(
    'a change to the same counts as modified',
    'change.ts',
    "table.replace(found, after) || 'replacement' in change ? 1 : 0",
    '(table.replace(found, after), 1)',
  ),
  bug('an ordered list goes on after a failure', 'bulk.ts', 'if (ordered) break;', ''),
  bug(
    'a failure undoes nothing but is counted',
    'bulk.ts',
    '    table.insert(insertable);\n    bulk.nInserted++;',
    '    bulk.nInserted++;\n    table.insert(insertable);',
  ),
  bug(
    'leaving out fields stops at lists',
    'projection.ts',
    'for (const item of value) excludeInside(item, tree);',
    'return;',
  ),
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above

const root = fileURLToPath(new URL('../..', import.meta.url));
const seconds = process.argv[2] ?? '20';
let found = 0;
for (const planted of bugs) {
  const output = fuzzWith(planted);
  const seed = /FUZZ_SEED=\d+ finds/.test(output);
  if (seed) found++;
  else if (!/1 passing/.test(output)) process.stdout.write(output);
  process.stdout.write(`${seed ? 'found ' : 'MISSED'}  ${planted.what}\n`);
}
process.stdout.write(`${found} of ${bugs.length} planted bugs found\n`);
process.exitCode = found === bugs.length ? 0 : 1;

function fuzzWith({ file, right, wrong }: Bug): string {
  const copy = mkdtempSync(join(tmpdir(), 'rabfang-planted-'));
  try {
    for (const part of ['server', 'shared', 'test/fuzz', 'test/support', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const path = join(copy, 'server/db/embedded', file);
    const source = readFileSync(path, 'utf8');
    if (source.split(right).length !== 2) throw new Error(`${file} does not hold once: ${right}`);
    writeFileSync(
      path,
      source.replace(right, () => wrong),
    );
    return runFuzz(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function runFuzz(folder: string): string {
  const env = {
    ...process.env,
    FUZZ_SECONDS: seconds,
    FUZZ_SEED: '1',
    MONGODB_URI: '',
    MONGOD: '',
    PATH: '',
  };
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const args = [mocha, '--import=tsx', 'test/fuzz/fuzz.test.ts'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}
