import { expect } from 'chai';
import type { Messages } from '../../../client/i18n/messages.ts';
import { peerSentence } from '../../../client/i18n/peer-sentence.ts';
import { focus } from '../../../client/i18n/th/focus.ts';

const thai = { lang: 'th' as const, t: { focus } as Messages };
const peers = Array.from({ length: 9 }, (_, at) => `TH-${51 + at}`);

function say(responses: number, ratio: number | null, isClear = false): string {
  const against = {
    rate: 1,
    median: 1,
    expected: 10,
    ratio,
    z: 0,
    flag: 'none' as const,
    together: null,
  };
  return peerSentence({ province: 'TH-50', responses, peers, against }, isClear, thai);
}

describe('a province beside those like it, as a sentence', () => {
  it('says what was tested and not that nothing is unusual', () => {
    expect(say(40, 1.24)).to.include('1.2 เท่า').and.include('ยังไม่ชัดว่ามากเป็นสองเท่าหรือน้อยเพียงครึ่ง');
    expect(say(40, 4, true))
      .to.include('4.0 เท่า')
      .and.include('เกินที่ความบังเอิญจะอธิบายได้');
  });

  it('says no times of fewer than five responses', () => {
    for (const isClear of [true, false])
      expect(say(4, 0.4, isClear))
        .to.include('น้อยกว่า 5 ชุด')
        .and.not.include('เท่าของ');
  });

  it('never says 0.0 times', () => {
    expect(say(5, 0.04)).to.include('0.04 เท่า');
    expect(say(5, 0.0004)).to.include('0.0004 เท่า');
  });

  it('has no times of a median that is none', () => {
    expect(say(7, null)).to.include('เป็นศูนย์');
  });
});
