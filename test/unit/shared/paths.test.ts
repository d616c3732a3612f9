// Addresses of the API, and the answers they promise to the compiler.
import { expect } from 'chai';
import { paths, type ReplyTo, withQuery } from '../../../shared/api/paths.ts';

describe('an address of the API', () => {
  it('leaves parameters without a value out', () => {
    expect(withQuery('/rows', { outcome: 'reject', code: null, limit: 50 })).to.equal(
      '/rows?outcome=reject&limit=50',
    );
    expect(withQuery('/rows', { after: null })).to.equal('/rows');
  });

  it('takes a query as text, and none', () => {
    expect(withQuery('/rows', 'a=1&b=2')).to.equal('/rows?a=1&b=2');
    expect(withQuery('/rows', '')).to.equal('/rows');
  });

  it('writes values so that they come back', () => {
    const query = withQuery('/rows', { after: 'ก&=ข' }).split('?')[1];
    expect(new URLSearchParams(query).get('after')).to.equal('ก&=ข');
  });

  it('knows its answer by its method', () => {
    const path = withQuery(paths.response('2569', 'an-id'), 'a=1');
    const receipt: Pick<ReplyTo<typeof path, 'PUT'>, 'receipt'> = { receipt: 'RF' };
    const response: Pick<ReplyTo<typeof path, 'GET'>, 'status'> = { status: 'received' };
    // @ts-expect-error a receipt has no history
    type Wrong = ReplyTo<typeof path, 'PUT'>['history'];
    const wrong: Wrong | undefined = undefined;

    expect([receipt.receipt, response.status, wrong]).to.deep.equal(['RF', 'received', undefined]);
  });
});
