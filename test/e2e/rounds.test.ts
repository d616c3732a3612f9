// The administrator makes a round from an earlier one, names its sub-plans by paste, publishes it, closes it and opens it again.
import { expect } from 'chai';
import { desktop, phone } from '../support/browser.ts';
import { fillVisit, keptOnDevice, received, send } from '../support/fill-form.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { onDataOf } from '../support/journeys.ts';
import { axe, focusOn, overflow, settled } from '../support/page-checks.ts';

describe('an administrator and a round', function () {
  this.timeout(60_000);
  // another open round would be the one that other journeys work in
  const tests = onDataOf(() => fillFolder(0));

  it('from its first name to closing it', async () => {
    const { page, complaints } = await tests.open('admin', '#/admin/rounds', desktop);
    await page.getByRole('button', { name: 'เพิ่มรอบ' }).click();
    await page.getByLabel('รหัสรอบ').fill('2570');
    await page.getByLabel('ชื่อรอบ (ไทย)').fill('รอบปี 2570');
    await page.getByLabel('ชื่อรอบ (อังกฤษ)').fill('Round 2027');
    await page.getByRole('button', { name: 'สร้างร่าง' }).click();
    await page.getByRole('heading', { name: 'รอบปี 2570 ร่างฉบับที่ 1' }).waitFor();

    await page.getByText('จะเป็นฉบับที่ 1').waitFor();
    expect(await page.getByText('อาจมีร่างในเครื่อง').count()).to.equal(0);

    // refused as it stands: beside the field, with the focus there
    await page.getByLabel('เปิดรับวันแรก').fill('1 ต.ค. 2570');
    await page.getByLabel('วันสุดท้ายที่เปิดรับ').fill('30 ก.ย. 2570');
    await page.getByRole('button', { name: 'บันทึกร่าง' }).press('Enter');
    await page.getByText('วันปิดรับอยู่ก่อนวันเปิดรับ').waitFor();
    await focusOn(page, '#round-closes');
    await page.getByLabel('เปิดรับวันแรก').fill('1 ต.ค. 2569');
    await page.getByRole('button', { name: 'วางจาก Excel' }).click();
    await page.getByLabel('ตารางที่คัดลอก').fill('1.1\tสัญญาณ\tSignal\tเสา\n1.2\tไฟฟ้า\tPower\tไฟดับ\n');
    await page.getByRole('button', { name: 'นำเข้าร่าง' }).click();
    await page.getByText('มีที่แก้แล้วยังไม่บันทึก').waitFor();
    await page.getByRole('button', { name: 'บันทึกร่าง' }).click();
    await page.getByText('ร่างบันทึกแล้ว').waitFor();
    await settled(page);
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    await page.getByRole('button', { name: 'เผยแพร่ฉบับที่ 1' }).press('Enter');
    await page.getByText('เผยแพร่แล้วเรียกคืนไม่ได้').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'ยืนยันการเผยแพร่' }).press('Enter');
    await page.getByText('ฉบับที่ 1 ใช้อยู่').waitFor();
    await focusOn(page, '.msg.ok');
    await page.getByRole('button', { name: 'ปิดก่อนกำหนด' }).press('Enter');
    await page.getByRole('button', { name: 'ยืนยัน' }).press('Enter');
    await focusOn(page, '#state-reason');
    await page.getByLabel('เหตุผล').fill('ได้ครบแล้ว');
    await page.getByRole('button', { name: 'ยืนยัน' }).press('Enter');
    await page.getByText('ได้ครบแล้ว').waitFor();
    await focusOn(page, '.msg.ok');
    await page.getByRole('heading', { name: 'รอบปี 2570', exact: true }).waitFor();

    const requests = await tests.requests('admin');
    const survey = await (await requests.get('/api/surveys/2570')).json();
    expect(survey).to.include({
      state: 'closed',
      open: false,
      closesAt: '2027-09-30T17:00:00.000Z',
    });
    expect(survey.subPlans[1].nameTh).to.equal('ไฟฟ้า');
    expect(complaints).to.deep.equal([]);
  });

  it('goes on as a draft was begun, says why it takes nothing, and takes what was kept once it is open', async () => {
    const { page, complaints } = await tests.open('malee', '#/collect?survey=2569', phone);
    const admin = await tests.requests('admin');
    const ask = async (path: string, data: object) => {
      const answer = await admin.fetch(`/api/rounds/2569${path}`, {
        method: path === '/draft' ? 'PATCH' : 'POST',
        data,
      });
      expect(answer.ok(), await answer.text()).to.equal(true);
      return await answer.json();
    };
    await fillVisit(page, { title: 'เริ่มก่อนฉบับใหม่' });
    await keptOnDevice(page, /เริ่มก่อนฉบับใหม่/);
    const { content } = await (await admin.get('/api/rounds/2569/draft')).json();
    const households = {
      pointer: '/answers/households',
      kind: 'number',
      labelTh: 'จำนวนครัวเรือน',
      labelEn: 'Households',
      required: true,
    };
    await ask('/draft', {
      questions: [...content.questions, households],
      welcome: { textTh: 'สวัสดีครับ', textEn: 'Hello' },
      privacyNotice: { textTh: 'เราไม่เก็บชื่อ', textEn: 'We keep no names' },
    });
    await ask('/versions', {});

    await page.reload();
    await page.getByText('เริ่มกรอกก่อนแบบสำรวจฉบับล่าสุด').waitFor();
    expect(await page.getByText('จำนวนครัวเรือน').count()).to.equal(0);
    await send(page);
    await received(page);

    await page.goto(page.url().replace(/#.*/, '#/collect'));
    await page.getByText('สวัสดีครับ').waitFor();
    await page.getByText('ประกาศความเป็นส่วนตัว').click();
    await page.getByText('เราไม่เก็บชื่อ').waitFor();
    await fillVisit(page, { title: 'เริ่มหลังฉบับใหม่' });
    await page.getByRole('textbox', { name: 'จำนวนครัวเรือน' }).fill('12');
    await ask('/state', { state: 'closed', reason: 'น้ำท่วม' });
    await send(page);
    const why = page.getByText(/^ปิดรับแล้วเมื่อ .* · เหตุผล: น้ำท่วม$/);
    await why.first().waitFor();
    await settled(page);
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    await ask('/state', { state: 'open', reason: 'น้ำลดแล้ว' });
    await page.getByRole('button', { name: 'ส่งอีกครั้ง' }).click();
    await received(page);

    const { items } = await (await admin.get('/api/surveys/2569/responses')).json();
    const versions = items.map((one: any) => [one.issues[0].title, one.surveyVersion]);
    expect(versions).to.deep.equal([
      ['เริ่มหลังฉบับใหม่', 2],
      ['เริ่มก่อนฉบับใหม่', 1],
    ]);
    // a refusal is no fault of the page
    expect(complaints.filter((one) => !one.includes('409'))).to.deep.equal([]);
  });
});
