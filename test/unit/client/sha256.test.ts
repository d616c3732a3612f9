import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { sha256 } from '../../../client/data/sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const known = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the SHA-256 of the browser', () => {
  it('gives the examples of the standard', () => {
    expect(hex(sha256('abc'))).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(hex(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).to.equal(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('is the server’s at every length around a block, and for any text', () => {
    for (let length = 0; length < 300; length++) {
      const text = 'ก'.repeat(length % 7) + 'x'.repeat(length);
      expect(hex(sha256(text))).to.equal(known(text));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(hex(sha256(text))).to.equal(known(text));
      }),
    );
  });
});
