import { expect } from 'chai';
import { atOnce, counterOf, Limits, networkOf, rates } from '../../../server/http/limits.ts';
import type { Problem } from '../../../server/http/problem.ts';

function refusalOf(act: () => unknown): Problem['extra'] & { type: string } {
  try {
    act();
  } catch (error) {
    const { type, extra } = error as Problem;
    return { type, ...extra };
  }
  throw new Error('it was let through');
}

describe('limits', () => {
  it('count each person alone, say how long to wait, and begin anew', () => {
    let now = 0;
    const limits = new Limits(true, () => now);
    for (let i = 0; i < rates.responses.most; i++) limits.count('responses', 'malee');
    now = 20_000;
    expect(refusalOf(() => limits.count('responses', 'malee'))).to.include({
      type: 'too-many-requests',
      retryAfter: 40,
    });
    limits.count('responses', 'somchai');
    limits.count('decisions', 'malee');
    now = 60_000;
    limits.count('responses', 'malee');
  });

  it('hold so many at once, and give the place back once', () => {
    const limits = new Limits();
    const held = Array.from({ length: atOnce.uploads.most }, () =>
      limits.hold('uploads', 'wanida'),
    );
    expect(refusalOf(() => limits.hold('uploads', 'wanida')).type).to.equal('too-many-requests');
    held[0]?.();
    held[0]?.();
    limits.hold('uploads', 'wanida');
    expect(refusalOf(() => limits.hold('uploads', 'wanida')).retryAfter).to.be.above(0);
  });

  it('hold so many of all people together', () => {
    const limits = new Limits();
    for (let i = 0; i < atOnce.streams.inAll; i++) limits.hold('streams', `person ${i}`);
    expect(refusalOf(() => limits.hold('streams', 'nok')).type).to.equal('too-many-requests');
  });

  it('know an office by its network, and any number of them in bounded memory', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).to.equal(networkOf('2001:db8:1:2:ffff::1'));
    expect(networkOf('::ffff:10.0.0.1')).to.equal('::ffff:10.0.0.1');
    const places = new Set(Array.from({ length: 50_000 }, (_, i) => counterOf(`10.${i}`)));
    expect(places.size).to.be.at.most(8192);
  });
});
