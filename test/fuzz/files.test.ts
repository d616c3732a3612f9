// Files that are wrong in every way, sent in forms that may be too. FUZZ_SECONDS: how long; FUZZ_FILES: how many, to the built
// server as its own process; FUZZ_SEED: where to begin.
import { expect } from 'chai';
import type { Batch } from '../../shared/api/batches.ts';
import { oddFile } from './files-made.ts';
import { formWith } from './files-sent.ts';
import { describeReport, fuzz } from './fuzz-rounds.ts';
import { asItsOwnProcess, inThisProcess } from './fuzzed-server.ts';
import type { Answered } from './requests-sent.ts';

const seconds = Number(process.env.FUZZ_SECONDS ?? 4);
const files = Number(process.env.FUZZ_FILES ?? 0);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1e9);
const senders = ['somchai', 'wanida', 'admin'] as const;

/** Every record of a file is told as accepted, known, rejected or skipped, and each for a reason. */
function unaccounted({ status, text }: Answered): string | undefined {
  if (status !== 200 && status !== 201) return undefined;
  const { counts, errors, skips } = JSON.parse(text) as Batch;
  const { rows, accepted, same, rejected, skipped } = counts;
  const sum = (codes: Readonly<Record<string, number>>) =>
    Object.values(codes).reduce((all, some) => all + some, 0);
  const told = accepted + same + rejected + skipped;
  if (rows !== told) return `loses rows: ${JSON.stringify(counts)}`;
  if (sum(errors) < rejected) return `rejects without a reason: ${JSON.stringify(errors)}`;
  return sum(skips) === skipped ? undefined : `skips without a reason: ${JSON.stringify(skips)}`;
}

describe('files that are wrong', () => {
  it('are answered as problems or row by row, in time, and leave nothing behind', async function () {
    this.timeout(seconds * 1000 + files * 500 + 120_000);
    const server = await (files > 0 ? asItsOwnProcess() : inThisProcess());
    try {
      const end = Date.now() + seconds * 1000;

      const report = await fuzz(server, {
        seed,
        warmAfter: files / 10,
        goesOn: (rounds) => (files > 0 ? rounds < files : Date.now() < end),
        alsoFault: unaccounted,
        make: (random) => ({
          person: random.pick(senders),
          wire: formWith(oddFile(random), random),
        }),
      });

      process.stdout.write(`      FUZZ_SEED=${seed}: ${describeReport(report)}\n`);
      expect(report.faults.join('\n\n')).to.equal('');
      expect(report.rounds).to.be.greaterThan(10);
      const { before, after } = report.memory;
      if (before && after) expect(after.held / before.held, 'memory held').to.be.below(1.2);
    } finally {
      await server.close();
    }
  });
});
