// A process of its own keeps 30 MB, and makes what lives for a while and is forgotten, as a large file does.
import { spawnSync } from 'node:child_process';
import { expect } from 'chai';

const script = (before: string) => `
  ${before}
  const lasting = Array.from({ length: 300 }, (_, at) => new Array(12_500).fill(at + 0.5));
  const passing = [];
  let most = 0;
  for (let at = 0; at < 4000; at++) {
    passing[at % 200] = Array.from({ length: 100 }, (_, part) => [at, part, at + part / 2, {}]);
    passing[at % 200].push(new Array(10_000).fill(at + 0.5));
    if (at % 10 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
  }
  process.stdout.write(JSON.stringify({ most, lasting: lasting.length }));`;

/** MB of its heap, at most */
function mostHeap(before: string): number {
  const args = ['--import=tsx', '--input-type=module', '-e', script(before)];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).to.equal('');
  return (JSON.parse(stdout) as { most: number }).most / 1e6;
}

describe('the memory of the server', () => {
  it('is cleared sooner than Node would by itself', function () {
    this.timeout(60_000);
    const path = new URL('../../../server/memory.ts', import.meta.url).href;
    const sooner = mostHeap(`const { clearSooner } = await import('${path}'); clearSooner();`);
    expect(sooner).to.be.lessThan(0.85 * mostHeap(''));
  });
});
