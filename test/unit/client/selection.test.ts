import { expect } from 'chai';
import * as chosen from '../../../client/pages/responses/selection.ts';

const order = ['r1', 'r2', 'r3', 'r4'];
const ids = ({ ids: some }: chosen.QueueSelection) => [...some].sort();

describe('what is selected in the queue', () => {
  it('is taken one by one, and let go again', () => {
    const two = chosen.toggleOne(chosen.toggleOne(chosen.noSelection, 'r1'), 'r3');
    expect(ids(two)).to.deep.equal(['r1', 'r3']);
    expect(ids(chosen.toggleOne(two, 'r1'))).to.deep.equal(['r3']);
  });

  it('reaches from the last one to another, up or down, and keeps what was selected', () => {
    const first = chosen.toggleOne(chosen.toggleOne(chosen.noSelection, 'r1'), 'r4');
    expect(ids(chosen.reachTo(first, order, 'r3'))).to.deep.equal(['r1', 'r3', 'r4']);
    expect(ids(chosen.reachTo(chosen.noSelection, order, 'r2'))).to.deep.equal(['r2']);
  });

  it('is everything behind the filters, until one is taken out or all are let go', () => {
    const all = chosen.toggleAll(chosen.toggleOne(chosen.noSelection, 'r1'));
    expect(order.every((id) => chosen.isSelected(all, id))).to.equal(true);
    expect(chosen.isSelected(all, 'not loaded')).to.equal(true);
    expect(chosen.isNothingSelected(chosen.toggleAll(all))).to.equal(true);
    expect(chosen.isNothingSelected(chosen.toggleOne(all, 'r2'))).to.equal(true);
  });

  it('holds nothing that has left the queue', () => {
    const two = chosen.toggleOne(chosen.toggleOne(chosen.noSelection, 'r1'), 'r3');
    expect(ids(chosen.among(two, ['r2', 'r3']))).to.deep.equal(['r3']);
    expect(chosen.among(two, order)).to.equal(two);
  });
});
