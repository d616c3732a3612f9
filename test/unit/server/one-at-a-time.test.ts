import { expect } from 'chai';
import { OneAtATime } from '../../../server/http/one-at-a-time.ts';

describe('work that is done one at a time', () => {
  it('never stands beside other work, keeps its order, and goes on after a failure', async () => {
    const line = new OneAtATime();
    const done: number[] = [];
    let at = 0;
    let most = 0;
    const work = (n: number) => async () => {
      at += 1;
      most = Math.max(most, at);
      await new Promise((resolve) => setTimeout(resolve, 3));
      at -= 1;
      done.push(n);
      if (n === 1) throw new Error('one fails');
      return n;
    };
    const all = await Promise.allSettled([0, 1, 2, 3].map((n) => line.run(work(n))));

    expect(most).to.equal(1);
    expect(done).to.deep.equal([0, 1, 2, 3]);
    expect(all.map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
