// The administrator makes a round from an earlier one, names its sub-plans by paste, publishes it, closes it and opens it again.
import { expect } from 'chai';
import { desktop } from '../support/browser.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { onDataOf } from '../support/journeys.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';

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

    await page.getByLabel('วันสุดท้ายที่เปิดรับ').fill('30 ก.ย. 2570');
    await page.getByRole('button', { name: 'วางจาก Excel' }).click();
    await page.getByLabel('ตารางที่คัดลอก').fill('1.1\tสัญญาณ\tSignal\tเสา\n1.2\tไฟฟ้า\tPower\tไฟดับ\n');
    await page.getByRole('button', { name: 'นำเข้าร่าง' }).click();
    await page.getByText('มีที่แก้แล้วยังไม่บันทึก').waitFor();
    await page.getByRole('button', { name: 'บันทึกร่าง' }).click();
    await page.getByText('ร่างบันทึกแล้ว').waitFor();
    await settled(page);
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);

    await page.getByRole('button', { name: 'เผยแพร่ฉบับที่ 1' }).click();
    await page.getByText('ฉบับที่ 1 ใช้อยู่').waitFor();
    await page.getByRole('button', { name: 'ปิดก่อนกำหนด' }).click();
    await page.getByLabel('เหตุผล').fill('ได้ครบแล้ว');
    await page.getByRole('button', { name: 'ยืนยัน' }).click();
    await page.getByText('ได้ครบแล้ว').waitFor();

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
});
