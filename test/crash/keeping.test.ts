// Backup and restore as operators run them, on both engines and across: nothing is lost or changed, also when they are killed in
// the middle; and the commands of server/OPERATING.md.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openSqlite } from '../../server/db/embedded/binding.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { keeping, killHalfway } from '../support/keeping-commands.ts';
import { modelsOf } from '../support/models.ts';
import { documentsOfBackup, inPlace, type Kind } from '../support/places.ts';
import { beginCommand, type Ended, endOf, runCommand } from '../support/run-command.ts';

const kinds: readonly Kind[] = mongodPath() ? ['embedded', 'mongodb'] : ['embedded'];
const responses = 4000;

describe('backup and restore', function () {
  this.timeout(600_000);
  const { keep, check, startOn, refusal, filledOn, file, places, filled } = keeping(responses);

  for (const from of kinds)
    for (const to of kinds)
      it(`brings ${from} back on ${to}, equal in every document`, async () => {
        const [source, target] = [await filledOn(from), places().make(to)];
        const [first, second] = [file(`${from}-${to}-1`), file(`${from}-${to}-2`)];
        const backedUp = await keep(['backup', first], source);
        const restored = await keep(['restore', first], target);
        const again = await keep(['backup', second], target);
        const checked = await check(target);
        const verified = await runCommand('check', ['--backup', first], target.env);
        const server = await startOn(target);
        await server.stop();

        expect(backedUp.said).to.match(/4,000 responses; \d+\.\d MB, read back and whole\.\n$/);
        expect(restored.said).to.match(/4,000 responses; compared and equal\.\n$/);
        expect([
          backedUp.code,
          restored.code,
          again.code,
          checked.code,
          verified.code,
        ]).to.deep.equal([0, 0, 0, 0, 0]);
        expect(documentsOfBackup(second)).to.deep.equal(documentsOfBackup(first));
        expect(checked.said).to.equal('4000 responses, 1 surveys, 0 batches: all is well.\n');
        expect(verified.said).to.match(
          /4000 responses, every count and digest as written: all is well\.\n$/,
        );
        expect(await check(target)).to.deep.include({ code: 0 });
      });

  for (const to of kinds) {
    it(`goes on with a restore into ${to} that was killed, and nobody starts on it before`, async () => {
      const backup = file(`killed-${to}`);
      const other = file(`other-${to}`);
      await keep(['backup', backup], filled());
      await keep(['backup', other], filled());
      const target = places().make(to);
      const killed = beginCommand('keeping', ['restore', backup], target.env);
      await killHalfway(target, responses, killed.child);
      const refused = await refusal(target);
      const checked = await check(target);
      const withOther = await keep(['restore', other], target);
      const backedUp = await keep(['backup', file('half')], target);
      const resumed = await keep(['restore', backup], target);
      await keep(['backup', `${backup}-2`], target);

      expect(refused).to.include(`restoring ${backup} into this database has not been finished`);
      expect(checked.said).to.include('has not been finished');
      expect(withOther.said).to.include('With --anew it is emptied');
      expect(backedUp.said).to.include('what is there is not whole');
      expect([checked.code, withOther.code, backedUp.code, resumed.code]).to.deep.equal([
        1, 1, 1, 0,
      ]);
      expect(documentsOfBackup(`${backup}-2`)).to.deep.equal(documentsOfBackup(backup));
      expect(await check(target)).to.deep.include({ code: 0 });
    });

    it(`mends a half-filled place on ${to} whose documents are not those of the file`, async () => {
      const backup = file(`mended-${to}`);
      await keep(['backup', backup], filled());
      const target = places().make(to);
      const killed = beginCommand('keeping', ['restore', backup], target.env);
      await killHalfway(target, responses, killed.child);
      await inPlace(target, async (db) => {
        const [first] = await modelsOf(db).responses.find({}).limit(1).lean();
        await modelsOf(db).responses.updateOne(
          { _id: first?._id ?? '' },
          { $set: { version: 77 } },
        );
      });
      const { code } = await keep(['restore', backup], target);
      await keep(['backup', `${backup}-2`], target);

      expect(code).to.equal(0);
      expect(documentsOfBackup(`${backup}-2`)).to.deep.equal(documentsOfBackup(backup));
    });

    it(`empties a half-filled place on ${to} when it is told to`, async () => {
      const [lost, backup] = [file(`lost-${to}`), file(`found-${to}`)];
      await keep(['backup', lost], filled());
      await keep(['backup', backup], filled());
      const target = places().make(to);
      const killed = beginCommand('keeping', ['restore', lost], target.env);
      await killHalfway(target, responses, killed.child);
      const { code } = await keep(['restore', backup, '--anew'], target);

      expect(code).to.equal(0);
      expect(await check(target)).to.deep.include({ code: 0 });
    });

    it(`refuses to restore into ${to} where something is`, async () => {
      const backup = file(`refused-${to}`);
      await keep(['backup', backup], filled());
      const target = await filledOn(to);
      const { code, said } = await keep(['restore', backup, '--anew'], target);

      expect(said).to.match(/^Not restored: .* is not empty \(.*4000 responses.*\)/);
      expect(code).to.equal(1);
    });
  }

  it('says which documents are damaged and not in the backup, and restores the others', async () => {
    const source = await filledOn('embedded');
    const [first, second] = await inPlace(source, async (db) =>
      (await modelsOf(db).responses.find({}).limit(2).lean()).map(({ _id }) => _id),
    );
    const sqlite = openSqlite(join(source.dataDir, fileName));
    sqlite
      .prepare(`UPDATE responses SET doc = replace(doc, '"version":', '"versiom":') WHERE id = ?`)
      .run(first ?? '');
    sqlite
      .prepare(
        `INSERT INTO _damaged (collection, id, doc, crc, at) SELECT 'responses', id, doc, 1, '2026-11-29T00:00:00.000Z' FROM responses WHERE id = ?`,
      )
      .run(second ?? '');
    sqlite.prepare('DELETE FROM responses WHERE id = ?').run(second ?? '');
    sqlite.close();
    const backup = file('damaged');
    const target = places().make('embedded');
    const backedUp = await keep(['backup', backup, '--quiet'], source);
    const verified = await runCommand('check', ['--quiet', '--backup', backup], source.env);
    const restored = await keep(['restore', backup], target);

    expect(backedUp.said).to.include(`Not in the backup: responses: ${first} is damaged`);
    expect(backedUp.said).to.include(
      `Not in the backup: responses: ${second} was damaged and is set aside`,
    );
    expect(backedUp.code).to.equal(0);
    expect(verified.said).to.include(`not in it: responses: ${first}`);
    expect(restored.said).to.include(`Was not in the backup: responses: ${second}`);
    expect(restored.said).to.include('3,998 responses');
  });

  it('leaves no file under the name of a backup that was killed, and the next one clears up', async () => {
    const backup = file('killed');
    const killed = beginCommand('keeping', ['backup', backup], filled().env);
    const parts = () =>
      readdirSync(places().folder).filter((name) => /^killed\.\d+\.part$/.test(name));
    for (let i = 0; i < 2000 && parts().length === 0; i++) await wait(5);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const left = parts();
    const isThere = existsSync(backup);
    const { code } = await keep(['backup', backup], filled());

    expect([isThere, left.length]).to.deep.equal([false, 1]);
    expect([code, parts().length]).to.deep.equal([0, 0]);
  });

  it('keeps a whole file when it is told to write over one that is no backup, has no room or no folder', async () => {
    const own = file('own-notes.txt');
    writeFileSync(own, 'mine');
    const replaced = await keep(['backup', own], filled());
    const nowhere = await keep(['backup', file('no/such/folder')], filled());
    const nothing = await keep(['backup', file('nothing')], places().make('embedded'));
    const usage = await keep(['backup'], filled());
    const unknown = await keep(['restore', own, '--force'], filled());

    expect(replaced.said).to.match(/own-notes\.txt is there already and is no backup/);
    expect(nowhere.said).to.match(/^No backup was made: .*folder cannot be written/);
    expect(nothing.said).to.match(/There is no database in/);
    expect(usage.said).to.match(/^Usage: npm run backup -- FILE/);
    expect(unknown.said).to.match(/^Unknown option '--force'\nUsage: npm run restore -- FILE/);
    expect([replaced, nowhere, nothing, usage, unknown].map(({ code }) => code)).to.deep.equal([
      1, 1, 1, 1, 1,
    ]);
    expect(readdirSync(places().folder).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
  });

  it('does what its chapter says, word for word', async () => {
    const [commands = '', crontab = ''] = chapterBlocks();
    const there = (line: string) =>
      line
        .replaceAll('/var/backups', places().folder)
        .replaceAll('/tmp/rehearsal', file('rehearsal'))
        .replaceAll('/opt/rabfang', `"${process.cwd()}"`)
        .replaceAll('/var/lib/rabfang', filled().dataDir);
    const typed = commands.trim().split('\n').map(there);
    const said: string[] = [];
    for (const line of typed) {
      const { code, said: one } = await runInShell(line, filled().env);
      said.push(one);
      expect(code, `${line}\n${one}`).to.equal(0);
    }
    // cron takes a backslash before a percent sign away
    const nightly = there(
      crontab
        .trim()
        .replace(/^(\S+ ){5}/, '')
        .replaceAll('\\%', '%'),
    );
    const { code, said: nightlySaid } = await runInShell(nightly, {});

    expect(typed).to.have.length(5);
    expect(said[1]).to.include('every count and digest as written: all is well.');
    expect(said[3]).to.include('4000 responses, 1 surveys, 0 batches: all is well.');
    expect([code, nightlySaid]).to.deep.equal([0, '']);
    expect(
      readdirSync(places().folder).filter((name) => /^rabfang-[1-7]\.backup$/.test(name)),
    ).to.have.length(1);
  });
});

/** What stands between fences in the chapter. */
function chapterBlocks(): readonly string[] {
  const [, chapter = ''] = readFileSync('server/OPERATING.md', 'utf8').split(
    '## Backup, restore, move\n',
  );
  const [text = ''] = chapter.split('\n## ');
  return [...text.matchAll(/```(?:sh)?\n([\s\S]*?)```/g)].map(([, block = '']) => block);
}

function runInShell(
  line: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ended> {
  const all = {
    ...process.env,
    MONGODB_URI: undefined,
    DATA_DIR: undefined,
    INIT_CWD: undefined,
    ...env,
  };
  return endOf(spawn(line, { shell: true, env: all, stdio: ['ignore', 'pipe', 'pipe'] }));
}
