import { expect } from 'chai';
import { restartPause } from '../../../server/fleet/restart-pause.ts';

describe('the pause before a process that died is replaced', () => {
  it('grows while it dies young, to a minute', () => {
    const pauses = [0];
    for (let i = 0; i < 10; i++) pauses.push(restartPause(pauses.at(-1) ?? 0, 0));

    expect(pauses.slice(1)).to.deep.equal([
      250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('is short again after it has served for a while', () => {
    expect(restartPause(60_000, 59_000)).to.equal(60_000);
    expect(restartPause(60_000, 61_000)).to.equal(250);
  });
});
