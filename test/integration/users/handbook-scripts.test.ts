// The commands of the handbook's chapter about tokens, as they stand there, with curl.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { startApp, type TestApp } from '../../support/app.ts';
import { aToken } from '../../support/build.ts';

const run = promisify(execFile);

/** The shell lines of a chapter. */
function commandsOf(chapter: string): string {
  const [, after = ''] = readFileSync('server/HANDBOOK.md', 'utf8').split(`## ${chapter}\n`);
  const [, commands = ''] = /```sh\n([\s\S]*?)```/.exec(after) ?? [];
  return commands;
}

describe('the handbook’s scripts with a token', () => {
  let app: TestApp;
  let folder: string;
  const commands = commandsOf('Scripts with a token');

  before(async () => {
    app = await startApp();
    folder = mkdtempSync(join(tmpdir(), 'rabfang-script-'));
    writeFileSync(join(folder, 'survey.csv'), 'จังหวัด,ปัญหา\nขอนแก่น,ถนนมืด\n');
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await app.close();
  });

  const script = async (token: string) => {
    const here = commands
      .replace('http://127.0.0.1:3000', app.url)
      .replace('RABFANG_TOKEN=rft_…', `RABFANG_TOKEN=${token}`);
    return await run('bash', ['-eu', '-c', here], { cwd: folder });
  };
  const tokenOf = async (verbs: Parameters<typeof aToken>[0]): Promise<string> =>
    (await (await app.as('somchai')).post('/api/me/tokens', aToken(verbs))).body.token;

  it('send a file and download what was sent', async () => {
    const { stdout } = await script(await tokenOf(['upload-batches', 'export-responses']));

    expect(JSON.parse(stdout).counts).to.include({ rows: 1, accepted: 1 });
    expect(readFileSync(join(folder, 'responses.csv'), 'utf8')).to.include('ถนนมืด');
  });

  it('end with an error when the token may not', async () => {
    const failed = await script(await tokenOf(['read-figures'])).catch((error) => error);

    expect(failed.code).to.be.greaterThan(0);
    expect(failed.stdout).to.include('not-allowed');
  });
});
