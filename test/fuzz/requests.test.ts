// Every route × every role with requests that are mostly wrong. FUZZ_SECONDS: how long; FUZZ_REQUESTS: how many, to the built
// server as its own process; FUZZ_SEED: where to begin.
import { expect } from 'chai';
import { describeReport, fuzz } from './fuzz-rounds.ts';
import { asItsOwnProcess, fillSome, inThisProcess, people } from './fuzzed-server.ts';
import { seededRandom } from './random.ts';
import { mutated } from './requests-mutated.ts';
import { newId, operationsOf, validRequest } from './requests-valid.ts';

const seconds = Number(process.env.FUZZ_SECONDS ?? 4);
const requests = Number(process.env.FUZZ_REQUESTS ?? 0);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1e9);

describe('requests that are wrong', () => {
  it('are answered as problems, in time, and leave nothing behind', async function () {
    this.timeout(seconds * 1000 + requests * 50 + 120_000);
    const server = await (requests > 0 ? asItsOwnProcess() : inThisProcess());
    try {
      const described = await (await fetch(`${server.url}/api/openapi.json`)).json();
      const operations = operationsOf(described);
      const ids = seededRandom(seed);
      const known = await fillSome(
        server,
        Array.from({ length: 6 }, () => newId(ids)),
      );
      const end = Date.now() + seconds * 1000;

      const report = await fuzz(server, {
        seed,
        warmAfter: requests / 10,
        goesOn: (rounds) => (requests > 0 ? rounds < requests : Date.now() < end),
        make: (random) => ({
          person: random.pick(people),
          wire: mutated(validRequest(random.pick(operations), random, known), random),
        }),
      });

      process.stdout.write(`      FUZZ_SEED=${seed}: ${describeReport(report)}\n`);
      expect(report.faults.join('\n\n')).to.equal('');
      expect(report.rounds).to.be.greaterThan(50);
      const { before, after } = report.memory;
      if (before && after) expect(after.held / before.held, 'memory held').to.be.below(1.2);
    } finally {
      await server.close();
    }
  });
});
