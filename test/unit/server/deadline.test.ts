import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { inTime } from '../../../server/http/deadline.ts';
import type { Problem } from '../../../server/http/problem.ts';

describe('an answer within a time', () => {
  it('is what was worked out, or its failure', async () => {
    expect(await inTime(Promise.resolve(7), 1000)).to.equal(7);
    const failure = await inTime(Promise.reject(new Error('no')), 1000).catch((e: Error) => e);
    expect(failure).to.have.property('message', 'no');
  });

  it('is 503 with when to come back once it is late, and what comes later harms nobody', async () => {
    const work = wait(50).then(() => {
      throw new Error('heard by nobody');
    });

    const late = await inTime(work, 10).catch((error: Problem) => error);

    expect(late).to.deep.include({ type: 'storage-unavailable' });
    expect(late).to.have.nested.property('extra.retryAfter', 5);
    await wait(100);
  });

  it('may take longer once it is on its way', async () => {
    expect(await inTime(wait(50, 'all of it'), 10, () => true)).to.equal('all of it');
  });
});
