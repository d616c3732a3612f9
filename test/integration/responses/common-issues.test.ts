// What many of a district have said is told to who writes it down once more; what few have said is nobody's to read.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';

const sv = '/api/surveys/2569';
const asked = (province: string, district: string) =>
  `${sv}/common-issues?province=${province}&district=${encodeURIComponent(district)}`;

describe('GET /api/surveys/:survey/common-issues', () => {
  let app: TestApp;
  let admin: Person;
  let malee: Person;
  before(async () => {
    app = await startApp();
    [admin, malee] = [await app.as('admin'), await app.as('malee')];
  });
  after(() => app.close());
  afterEach(() => app.empty());

  async function say(title: string, place: object = {}): Promise<string> {
    const id = newId();
    const answer = await admin.put(
      `${sv}/responses/${id}`,
      aResponse({
        place: { province: 'TH-50', district: 'แม่ริม', ...place },
        issues: [anIssue({ title })],
      }),
    );
    expect(answer.status, answer.text).to.equal(201);
    return id;
  }
  const common = async (who: Person, province = 'TH-50', district = 'แม่ริม') => {
    const answer = await who.get(asked(province, district));
    expect(answer.status, answer.text).to.equal(200);
    return answer.body.items;
  };

  it('counts responses that say nearly the same, in the words of most', async () => {
    for (let n = 0; n < 4; n++) await say('เสาสัญญาณโทรศัพท์ล้มขวางถนน');
    await say('เสาสัญญาณโทรศัพท์ล้มขวางถนน!');
    await say('เสาสัญญาณโทรศัพท์ ล้มขวางถนน ค่ะ');
    for (let n = 0; n < 3; n++) await say('ไม่มีครูสอนคอมพิวเตอร์');

    expect(await common(malee)).to.deep.equal([
      { title: 'เสาสัญญาณโทรศัพท์ล้มขวางถนน', strategy: 'infrastructure', responses: 6 },
    ]);
  });

  it('tells nothing of fewer than five, of other districts, of what was rejected or erased', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await say('น้ำท่วมตู้ชุมสาย'));
    for (let n = 0; n < 5; n++) await say('น้ำท่วมตู้ชุมสาย', { district: 'แม่แตง' });
    expect(await common(malee)).to.have.length(1);

    const at = `${sv}/responses/${ids[0]}`;
    await admin.post(`${at}/decisions`, { decision: 'rejected', reason: 'ซ้ำ' });
    expect(await common(malee)).to.deep.equal([]);
    await say('น้ำท่วมตู้ชุมสาย');
    expect(await common(malee)).to.have.length(1);
    await admin.post(`${sv}/responses/${ids[1]}/erasure`, { reason: 'ผู้ให้ข้อมูลขอ' });

    expect(await common(malee)).to.deep.equal([]);
  });

  it('counts one response once, however often it says it', async () => {
    const issues = Array.from({ length: 6 }, (_, n) => anIssue({ title: `จอดับหมู่ ${n + 1}` }));
    const place = { province: 'TH-50', district: 'แม่ริม' };
    await admin.put(`${sv}/responses/${newId()}`, aResponse({ place, issues }));

    expect(await common(malee)).to.deep.equal([]);
  });

  it('is of the own scope alone', async () => {
    for (let n = 0; n < 5; n++) await say('คลื่นวิทยุรบกวน', { province: 'TH-40', district: 'พล' });

    expect(await common(malee, 'TH-40', 'พล')).to.deep.equal([]);
    expect(await common(await app.as('somchai'), 'TH-40', 'พล')).to.have.length(1);
  });

  it('wants a province and a district', async () => {
    for (const query of ['', '?province=TH-50', '?province=TH-99&district=x', '?district=x'])
      expect((await malee.get(`${sv}/common-issues${query}`)).status, query).to.equal(400);
  });
});
