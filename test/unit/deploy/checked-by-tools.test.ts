// The files of server/deploy, looked at by the programs that will read them. What is not installed here is skipped, and said.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { programAt } from '../../support/find-program.ts';

const folder = 'server/deploy';

/** Runs a program that must be content. */
function content(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect(status, `${program} ${args.join(' ')}\n${stdout}${stderr}`).to.equal(0);
  return stdout + stderr;
}

/** A test for machines that have a program: from the PATH, or where the variable of its name says. */
function withProgram(name: string, title: string, test: (program: string) => void): void {
  it(`${name}: ${title}`, function () {
    const program = programAt(name);
    this.timeout(60_000);
    if (program) return test(program);
    process.stdout.write(`    ${name} is not installed: not checked that ${title}\n`);
    return this.skip();
  });
}

describe('the files of server/deploy', () => {
  for (const unit of ['rabfang.service', 'rabfang-backup.service', 'rabfang-backup.timer'])
    withProgram('systemd-analyze', `${unit} is understood, word for word`, (program) => {
      const said = content(program, ['verify', `${folder}/${unit}`]);
      // programs that this machine keeps elsewhere, or not at all, are no fault of the unit
      const faults = said.split('\n').filter((line) => line && !/is not executable/.test(line));
      expect(faults).to.deep.equal([]);
    });

  for (const unit of ['rabfang.service', 'rabfang-backup.service'])
    withProgram(
      'systemd-analyze',
      `${unit} leaves little exposed (at most 1.5 of 10)`,
      (program) => {
        content(program, ['security', '--offline=true', '--threshold=15', `${folder}/${unit}`]);
      },
    );

  withProgram('promtool', 'alerts.yaml and prometheus.yaml are understood', (program) => {
    content(program, ['check', 'rules', `${folder}/alerts.yaml`]);
    content(program, ['check', 'config', '--syntax-only', `${folder}/prometheus.yaml`]);
  });

  withProgram('promtool', 'each alert comes when it should, and only then', (program) => {
    content(program, ['test', 'rules', `${folder}/alerts.test.yaml`]);
  });

  withProgram('hadolint', 'the Containerfile keeps to the good ways', (program) => {
    content(program, [`${folder}/Containerfile`]);
  });

  withProgram('caddy', 'the Caddyfile is understood', (program) => {
    content(program, ['validate', '--adapter', 'caddyfile', '--config', `${folder}/Caddyfile`]);
  });

  it('every alert has a case in alerts.test.yaml', () => {
    const names = (file: string, pattern: RegExp) =>
      new Set(
        [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(pattern)].map(([, name]) => name),
      );
    const tested = names('alerts.test.yaml', /alertname="(\w+)"/g);
    const written = names('alerts.yaml', /- alert: (\w+)/g);
    expect([...written].filter((name) => !tested.has(name))).to.deep.equal([]);
  });

  it('the Containerfile copies what is there, and all that the build reads', () => {
    const text = readFileSync(`${folder}/Containerfile`, 'utf8');
    const copies = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
      sources.split(' '),
    );
    const read = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
      references: { path: string }[];
    };
    const built = read.references.map(({ path }) => path.split('/')[0] ?? '');

    expect(copies.filter((source) => !existsSync(source))).to.deep.equal([]);
    for (const source of ['package.json', 'package-lock.json', 'tsconfig.json'])
      expect(copies).to.include(source);
    expect(built.filter((top) => top !== 'test' && !copies.includes(top))).to.deep.equal([]);
  });

  it('settings in rabfang.env.example are variables that the configuration reads', () => {
    const config = readFileSync('server/config.ts', 'utf8');
    const names = [
      ...readFileSync(`${folder}/rabfang.env.example`, 'utf8').matchAll(/^#?([A-Z_]+)=/gm),
      ...readFileSync(`${folder}/rabfang.service`, 'utf8').matchAll(/\b([A-Z_]{4,})=/g),
    ].map(([, name = '']) => name);
    expect(names).to.include.members(['SECRET', 'DATA_DIR', 'BACKUP_DIR']);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(config))).to.deep.equal([]);
  });

  withProgram('nginx', 'nginx.conf is understood', (program) => {
    const scratch = mkdtempSync(join(tmpdir(), 'rabfang-nginx-'));
    try {
      const file = join(scratch, 'nginx.conf');
      // no certificate lies here: without TLS the rest is the same
      const site = readFileSync(`${folder}/nginx.conf`, 'utf8')
        .replace(/^ *ssl_certificate.*$/gm, '')
        .replaceAll(/ ssl http2;/g, ';')
        .replaceAll(
          /listen (\[::\]:)?(80|443)/g,
          (_all, v6 = '', port) => `listen ${v6}${Number(port) + 40_000}`,
        );
      writeFileSync(
        file,
        `pid ${scratch}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${site}}\n`,
      );
      content(program, ['-t', '-q', '-p', scratch, '-c', file]);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});
