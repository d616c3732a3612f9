import { expect } from 'chai';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import { givenAgain } from '../../../shared/survey/given-again.ts';
import { isSpreadsheetError, withoutWrappers } from '../../../shared/text/wrappers.ts';
import { checkIssue, context, definition } from './response-to-check.ts';

describe('wrappers of other programs', () => {
  const wrapped: [string, string][] = [
    ['="0123"', '0123'],
    [' = "0123" ', '0123'],
    ['=""0123""', '0123'],
    ['="ขอนแก่น, พล"', 'ขอนแก่น, พล'],
    ['="he said ""hi"""', 'he said "hi"'],
    ['=""', ''],
    ['="=1+1"', '=1+1'],
    ["'0123", '0123'],
    ["'=1+1", '=1+1'],
    ["'ขอนแก่น", 'ขอนแก่น'],
    ['เน็ตช้า_x000D_', 'เน็ตช้า\r'],
    ['ก_x000d_\nข_x000A_ค', 'ก\r\nข\nค'],
    ['a_x005F_x000D_', 'a_x000D_'],
    ['ก&nbsp;ข &amp; ค', 'ก\u00A0ข & ค'],
    ['&lt;b&gt; &quot;x&quot; &#39;y&#39; &#x0E01;', '<b> "x" \'y\' ก'],
    ['&amp;lt;', '&lt;'],
  ];
  for (const [text, bare] of wrapped)
    it(`come off ${JSON.stringify(text)}`, () => expect(withoutWrappers(text)).to.equal(bare));

  for (const text of [
    '=1+1',
    '="a"&"b"',
    '=HYPERLINK("http://example.invalid","x")',
    '="half',
    "'เน็ตประชารัฐ' ใช้ไม่ได้",
    'R&D; A & B',
    '&unknown; &#99999999;',
    'x_x00zz_',
    'เน็ตช้า',
  ])
    it(`leave ${text} as it is`, () => expect(withoutWrappers(text)).to.equal(text));

  it('come off before any rule looks', () => {
    const { response, violations } = checkIssue({
      title: '="เน็ตช้า"',
      detail: 'โทร 081&#45;234&#45;5678_x000D_\nพบที่ &lt;ตลาด&gt;',
      severity: '="3"',
      affected: '="1250"',
    });
    expect(response?.issues[0]).to.include({
      title: 'เน็ตช้า',
      detail: 'โทร [เบอร์โทร]\nพบที่ <ตลาด>',
      severity: 3,
      affected: 1250,
    });
    expect(violations.map(({ code }) => code)).to.deep.equal(['pii-phone']);
  });

  it('come off once: what is stored is checked again as it is', () => {
    const { response } = checkIssue({ title: 'A &amp;lt; B' });
    expect(response?.issues[0]?.title).to.equal('A &lt; B');
    if (!response) throw new Error('the response is whole');
    const again = checkResponse(definition, givenAgain(response), { ...context, wrapped: false });
    expect(again.response).to.deep.equal(response);
  });
});

describe('errors of spreadsheets', () => {
  const errors =
    '#REF! #N/A #NAME? #VALUE! #DIV/0! #NUM! #NULL! #SPILL! #CALC! ##### ### #ref! #n/a #name? #ERROR! Err:502';
  for (const text of errors.split(' '))
    it(`are seen in ${text}`, () => expect(isSpreadsheetError(text)).to.equal(true));
  for (const text of ['#', '#1', '#เน็ตช้า', '#N/A ครับ', 'REF!', '# REF!', '## หัวข้อ'])
    it(`are not seen in ${text}`, () => expect(isSpreadsheetError(text)).to.equal(false));

  it('are no answer in any column', () => {
    expect(checkIssue({ title: '#REF!' }).violations.map(({ code }) => code)).to.include(
      'missing-title',
    );
    const { response, safe } = checkIssue({
      detail: '#VALUE!',
      strategy: '#name?',
      affected: '#NUM!',
    });
    expect(response?.issues[0]).to.include({ detail: null, strategy: null, strategyText: null });
    expect(response?.issues[0]?.affected).to.equal(null);
    expect(safe.issues?.[0]?.detail).to.equal('#VALUE!', 'shown to whoever mends it');
  });
});
