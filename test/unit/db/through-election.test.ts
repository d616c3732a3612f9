import { expect } from 'chai';
import { throughElection } from '../../../server/db/through-election.ts';

const gone = () => Object.assign(new Error('not primary'), { code: 10_107 });

describe('a step that goes on after an election', () => {
  it('is tried again until there is a member that may write', async () => {
    let tries = 0;

    const done = await throughElection(async () => {
      tries++;
      if (tries < 3) throw gone();
      return 'stored';
    });

    expect(done).to.equal('stored');
    expect(tries).to.equal(3);
  });

  it('fails in the end, and at once when the server stops or it is another failure', async () => {
    const attempts = async (error: Error, patience?: Parameters<typeof throughElection>[1]) => {
      let tries = 0;
      const step = () => {
        tries++;
        return Promise.reject(error);
      };
      const failure = await throughElection(step, patience).catch((caught: unknown) => caught);
      expect(failure).to.equal(error);
      return tries;
    };

    expect(await attempts(gone(), { withinMs: 700 })).to.equal(2);
    expect(await attempts(gone(), { stopping: AbortSignal.abort() })).to.equal(1);
    expect(await attempts(new Error('E11000'))).to.equal(1);
  });
});
