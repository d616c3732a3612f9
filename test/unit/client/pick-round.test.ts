import { expect } from 'chai';
import { pickRound } from '../../../client/data/pick-round.ts';
import { sameInAnother, withoutRound, withRound } from '../../../client/round-in-address.ts';

const round = (
  id: string,
  open: boolean,
  opensAt: string | null = `${Number(id) - 543}-01-01`,
) => ({
  id,
  open,
  opensAt,
});
const rounds = [round('2568', false), round('2569', true), round('2570', true)];
const picked = (...args: Parameters<typeof pickRound>) => pickRound(...args)?.id;

describe('the round that is looked at', () => {
  it('is the newest open one for who never was here', () => {
    expect(picked(rounds, null, null)).to.equal('2570');
    expect(picked(rounds.slice(0, 1), null, null)).to.equal('2568');
    expect(picked([], null, null)).to.equal(undefined);
  });

  it('stays where one works while it is open, and moves on once it has closed', () => {
    const here = (open: boolean) => [round('2569', open), round('2570', true)];
    const remembered = { id: '2569', chosen: false };
    expect(picked(here(true), null, remembered)).to.equal('2569');
    expect(picked(here(false), null, remembered)).to.equal('2570');
  });

  it('is the one that was chosen, closed or not, and before that the one that the address says', () => {
    const chosen = { id: '2568', chosen: true };
    expect(picked(rounds, null, chosen)).to.equal('2568');
    expect(picked(rounds, '2569', chosen)).to.equal('2569');
    expect(picked(rounds, 'gone', chosen)).to.equal('2568');
    expect(picked(rounds, null, { id: 'gone', chosen: true })).to.equal('2570');
  });

  it('is put into an address and taken out of it, and nothing else of it changes', () => {
    for (const address of [
      '/',
      '/responses?status=received&status=pending',
      '/review?q=%E0%B8%81',
    ]) {
      const full = withRound(address, 'pilot 2569');
      expect(withoutRound(full)).to.deep.equal({ address, round: 'pilot 2569' });
      expect(withoutRound(address)).to.deep.equal({ address, round: null });
    }
    expect(withoutRound('/?survey=2569&province=TH-50')).to.deep.equal({
      address: '/?province=TH-50',
      round: '2569',
    });
  });

  it('leads from a page to the same of another round, and from one thing to the list of them', () => {
    const of = (path: string, query = '') => sameInAnother(path, new URLSearchParams(query));
    expect(of('/', 'province=TH-50&subPlan=1.1')).to.equal('/?province=TH-50');
    expect(of('/responses', 'status=pending&after=x')).to.equal('/responses?status=pending');
    expect(of('/responses/1', 'strategy=trust')).to.equal('/responses');
    expect(of('/batches/1')).to.equal('/batches');
    expect(of('/batches/new')).to.equal('/batches/new');
    expect(of('/collect', 'draft=1')).to.equal('/collect');
  });
});
