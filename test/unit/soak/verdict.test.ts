// A soak is worth what its verdict sees: each kind of leak is seen, and a server that only breathes is let through.
import { expect } from 'chai';
import { judge, type Sample } from '../../soak/verdict.ts';

const seconds = 1200;
const still = { files: 30, sockets: 1 };

/** every five seconds; memory goes up and down between collections */
function samples(over: (seconds: number) => Partial<Sample> = () => ({})): Sample[] {
  return Array.from({ length: seconds / 5 }, (_, n) => ({
    seconds: n * 5,
    collected: n % 6 === 5,
    memory: n % 6 === 5 ? 200 : 230 + (n % 4) * 30,
    heap: 60,
    columns: 20 + n,
    log: 16,
    main: 100 + n,
    files: 60,
    sockets: 30,
    lateP99: 5,
    lateMost: 20,
    busy: 0.4,
    ...over(n * 5),
  }));
}

describe('the verdict on a soak', () => {
  it('is good for a server that breathes, warms up, and counts what is stored', () => {
    const warmingUp = samples((at) => (at < 280 ? { memory: 120 + at / 3 } : {}));

    expect(judge(samples(), seconds, still, still)).to.deep.equal([]);
    expect(judge(warmingUp, seconds, still, still)).to.deep.equal([]);
  });

  it('sees memory that grows by a quarter in the time', () => {
    const growing = samples((at) => ({ memory: 200 + (at / seconds) * 60 }));

    expect(judge(growing, seconds, still, still).join()).to.match(/Memory grew by 1\d % after/);
  });

  it('sees a log without bound, and what is left open', () => {
    const long = samples((at) => ({ log: at / 4 }));

    expect(judge(long, seconds, still, still)).to.deep.equal(['The log grew to 299 MB.']);
    expect(judge(samples(), seconds, still, { files: 35, sockets: 3 })).to.deep.equal([
      '2 connections are left over.',
      '5 open files are left over.',
    ]);
  });

  it('is none for what was too short', () => {
    expect(judge(samples().slice(0, 5), seconds, still, still)).to.include(
      'It was too short to judge the memory.',
    );
  });
});
