// "Mend" pressed again: what lies on this device of the response is opened, never overwritten.
import { expect } from 'chai';
import { isMendedBy, mendBeside } from '../../../client/data/mend-beside.ts';
import { newSet } from '../../../client/data/outbox-machine.ts';
import type { OutboxSet } from '../../../client/data/outbox-set.ts';

const id = '7a3f1d52-08c4-4b7e-9d7e-1f0d3f9f2a11';
const about = { id, survey: '2569', owner: 'malee' };
const draft = (title: string, revision: number) => ({
  ...about,
  ...{ revision, values: { issues: [{ title }] }, changedAt: 1 },
});
const waiting = (title: string, revision: number) =>
  newSet({ ...about, revision, payload: { issues: [{ title }] } }, 1);
const refused = (title: string, revision: number, type: string): OutboxSet => ({
  ...waiting(title, revision),
  state: 'refused',
  refusal: { type, violations: [], request: null },
});
const sent = (revision?: number): OutboxSet => {
  const { payload: _gone, revision: _older, ...kept } = waiting('', 1);
  const receipt = { state: 'sent', receipt: 'RF-1', receivedAt: '', warnings: [] } as const;
  return { ...kept, ...receipt, ...(revision !== undefined && { revision }) };
};

describe('mending what was sent back', () => {
  const fresh = draft('as it was sent', 2);
  const stale = 'revision-stale';
  for (const [when, begun, set, expected] of [
    ['begins where nothing is', undefined, undefined, fresh],
    ['begins in place of the first receipt', undefined, sent(), fresh],
    ['begins in place of the receipt of an earlier mend', undefined, sent(1), fresh],
    ['opens what is half filled', draft('half filled', 2), undefined, null],
    ['opens what is half filled of an older one', draft('half filled', 1), undefined, null],
    ['opens what waits', undefined, waiting('mended', 2), null],
    ['opens what was refused', undefined, refused('mended', 2, 'response-invalid'), null],
    ['opens what has arrived', undefined, sent(2), null],
    [
      'opens what somebody overtook, as long as nothing newer is known',
      undefined,
      refused('mended', 2, stale),
      null,
    ],
    [
      'goes on with what was typed when somebody else was faster',
      undefined,
      refused('mended', 1, stale),
      { ...fresh, values: { issues: [{ title: 'mended' }] } },
    ],
  ] as const)
    it(when, () => {
      expect(mendBeside(fresh, begun, set)).to.deep.equal(expected);
    });

  it('leaves alone what another person has on this device', () => {
    const theirs = { ...draft('theirs', 2), owner: 'somchai' };
    expect(() => mendBeside(fresh, theirs, undefined)).to.throw();
    expect(() =>
      mendBeside(fresh, undefined, { ...waiting('theirs', 2), owner: 'somchai' }),
    ).to.throw();
  });

  it('is not asked for again once it is on its way, and is when it was sent back anew', () => {
    for (const set of [waiting('mended', 2), refused('mended', 2, stale), sent(2)])
      expect(isMendedBy([set], { id, revision: 2 })).to.equal(true);
    for (const set of [sent(), sent(1), refused('mended', 1, stale)])
      expect(isMendedBy([set], { id, revision: 2 })).to.equal(false);
  });
});
