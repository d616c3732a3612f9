import { expect } from 'chai';
import fc from 'fast-check';
import { typedPart } from '../../../shared/text/typed-part.ts';

describe('what is being typed, beside a known text', () => {
  const known = 'เสาสัญญาณโทรศัพท์ล้มขวางถนน';
  for (const [typed, is] of [
    ['เสาสัญ', 'on its way'],
    ['สัญญาณโทรศัพท์', 'on its way'],
    ['เสา สัญญาณ โทรศัพท์ล้ม!', 'on its way'],
    ['เสา', 'too short'],
    ['', 'too short'],
    ['ไม่มีครูสอนคอมพิวเตอร์', 'another'],
  ] as const)
    it(`“${typed}” is ${is}`, () =>
      expect(typedPart(typed, known) > 0).to.equal(is === 'on its way'));

  it('is all of it for any part of at least four characters', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'กขคงabc'), minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(letters, fc.nat(), (text, at) => {
        const from = at % Math.max(1, text.length - 3);
        expect(typedPart(text.slice(from), text)).to.equal(1);
      }),
    );
  });
});
