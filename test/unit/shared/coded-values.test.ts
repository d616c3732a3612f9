import { expect } from 'chai';
import {
  findRespondentType,
  findStrategy,
  parseSeverity,
} from '../../../shared/survey/coded-values.ts';
import { strategies, strategyNames } from '../../../shared/survey/strategies.ts';

describe('parseSeverity', () => {
  const cases: [string, number | null, string?][] = [
    ['1', 1],
    ['5', 5],
    ['๓', 3],
    ['3.0', 3],
    ['3.00', 3],
    ['ระดับ 4', 4],
    ['ระดับ๔', 4],
    ['มากที่สุด', 5],
    ['มาก', 4],
    ['ปานกลาง', 3],
    ['น้อย', 2],
    ['น้อยที่สุด', 1],
    ['Very low', 1],
    ['low', 2],
    ['Medium', 3],
    ['moderate', 3],
    ['HIGH', 4],
    ['very high', 5],
    ['4 - High', 4],
    ['High (4)', 4],
    ['5 (very high)', 5],
    ['ระดับมาก', 4],
    ['มาก (4)', 4],
    ['4 (มาก)', 4],
    ['4 - มาก', 4],
    ['4=มาก', 4],
    ['มาก=4', 4],
    ['5. มากที่สุด', 5],
    ['0', null, 'severity-out-of-range'],
    ['6', null, 'severity-out-of-range'],
    ['๙', null, 'severity-out-of-range'],
    ['-1', null, 'severity-out-of-range'],
    ['6.0', null, 'severity-out-of-range'],
    ['ระดับ 7', null, 'severity-out-of-range'],
    ['4.5', null, 'severity-invalid'],
    ['สูงลิบ', null, 'severity-invalid'],
    ['น้อยมาก', null, 'severity-invalid'],
    ['มาก (5)', null, 'severity-invalid'],
    ['High (5)', null, 'severity-invalid'],
    ['very', null, 'severity-invalid'],
    ['very very high', null, 'severity-invalid'],
    ['highest', null, 'severity-invalid'],
    ['2 (มาก)', null, 'severity-invalid'],
    ['9 (มาก)', null, 'severity-invalid'],
    ['4/5', null, 'severity-invalid'],
    ['3-4', null, 'severity-invalid'],
  ];
  // the number in brackets or behind ระดับ, in any order, where it means what the word does
  const labels = [
    ['มาก (ระดับ 4)', 'ระดับ 4 (มาก)', 'มาก ระดับ 4', 'ระดับ 4: มาก', '(4) มาก', '[4] มาก', 'มาก - 4'],
    ['ระดับมาก', 'ระดับมาก (4)', '(มาก)', '4.0 (มาก)', '4,0', 'level 4 (มาก)', 'ระดับที่ ๔'],
  ].flat();
  for (const raw of labels) cases.push([raw, 4]);
  for (const raw of [
    'มาก (ระดับ 3)',
    'ระดับ 5 (มาก)',
    'มาก มาก',
    '4 4',
    'มาก!',
    '4/5',
    '3,5',
    'มาก 4 5',
  ])
    cases.push([raw, null, 'severity-invalid']);
  for (const [raw, severity, error] of cases) {
    it(`reads ${raw} as ${severity ?? error}`, () => {
      const parsed = parseSeverity(raw, '5-is-most');
      expect([parsed.severity, parsed.error]).to.deep.equal([severity, error]);
    });
  }

  for (const raw of ['', '-', 'ไม่ระบุ', 'N/A']) {
    it(`takes ${JSON.stringify(raw)} as missing`, () => {
      expect(parseSeverity(raw, '5-is-most')).to.deep.equal({
        severity: null,
        warning: 'severity-missing',
      });
    });
  }

  const turned: [string, number | null, string?][] = [
    ['1', 5],
    ['5', 1],
    ['3', 3],
    ['มาก', 4],
    ['มาก (2)', 4],
    ['1 มากที่สุด', 5],
    ['มาก (4)', null, 'severity-invalid'],
    ['0', null, 'severity-out-of-range'],
  ];
  for (const [raw, severity, error] of turned) {
    it(`reads ${raw} as ${severity ?? error} where 1 is the worst: words never turn`, () => {
      const parsed = parseSeverity(raw, '1-is-most');
      expect([parsed.severity, parsed.error]).to.deep.equal([severity, error]);
    });
  }
});

describe('findRespondentType', () => {
  const agencies =
    'หน่วยงาน หน่วยงานรัฐ ภาครัฐ ราชการ รัฐวิสาหกิจ อปท. อบต. อบต เทศบาล โรงเรียน โรงพยาบาล รพ.สต. ภาคเอกชน เอกชน บริษัท มูลนิธิ agency Agency government organisation ORGANIZATION';
  const citizens = 'ประชาชน ประชาชนทั่วไป บุคคลทั่วไป ชาวบ้าน ผู้นำชุมชน citizen Citizen public individual';
  for (const value of agencies.split(' ')) {
    it(`takes ${value} for an agency`, () => expect(findRespondentType(value)).to.equal('agency'));
  }
  for (const value of citizens.split(' ')) {
    it(`takes ${value} for a citizen`, () => expect(findRespondentType(value)).to.equal('citizen'));
  }
  for (const value of ['อื่น ๆ', 'ผู้ผ่านทาง', 'อบต.ตัวอย่าง', 'constructor', '1']) {
    it(`does not know ${value}`, () => expect(findRespondentType(value)).to.equal(undefined));
  }
});

describe('findStrategy', () => {
  for (const strategy of strategies) {
    const { no, name, short } = strategyNames[strategy];
    const thaiNo = '๐๑๒๓๔๕๖'[no];
    const written = [
      strategy,
      strategy.toUpperCase(),
      String(no),
      `${no}.0`,
      `${thaiNo}`,
      `ยุทธศาสตร์ที่ ${no}`,
      `ยุทธศาสตร์ที่ ${thaiNo}`,
      `ยุทธศาสตร์ ${no}`,
      `Strategy ${no}`,
      name.th,
      name.en,
      short.th,
      short.en,
      `ด้าน${short.th}`,
      `ด้าน${short.th.replace('ดิจิทัล', '')}`,
      short.th.replace('ดิจิทัล', 'ดิจิตอล'),
      `${no}. ${short.th}`,
      `${no} ${name.th}`,
      `ยุทธศาสตร์ที่ ${no} ${name.th}`,
      `ยุทธศาสตร์ที่ ${no}: ${name.th}`,
      `ยุทธศาสตร์ที่ ${no} ด้าน${short.th}`,
    ];
    for (const text of written) {
      it(`reads ${text} as ${strategy}`, () => expect(findStrategy(text)).to.equal(strategy));
    }
  }
  for (const text of [
    '0',
    '7',
    '13',
    '3.5',
    'ด้านอวกาศ',
    'ด้านอื่น ๆ',
    'ยุทธศาสตร์ที่ 7',
    '3 เศรษฐกิจดิจิทัล',
    'ดิจิทัล',
    'ด้าน',
    'ยุทธศาสตร์',
  ]) {
    it(`does not know ${text}`, () => expect(findStrategy(text)).to.equal(undefined));
  }
});
