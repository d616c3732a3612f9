import { expect } from 'chai';
import type { APIRequestContext, Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import {
  chooseProvince,
  deviceMemory,
  fillVisit,
  keptOnDevice,
  received,
  send,
  storedWith,
} from '../support/fill-form.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, overflow } from '../support/page-checks.ts';

describe('collect: filling in a response', function () {
  this.timeout(60_000);
  const tests = onDemonstration();
  let reader: APIRequestContext;

  before(async () => {
    reader = await tests.requests('admin');
  });

  async function open(hash = '#/collect', options = phone): Promise<Page> {
    const { page } = await tests.open('malee', hash, options);
    return page;
  }

  it('fills and sends from a phone, and shows the receipt of what is stored', async () => {
    const page = await open();
    const title = 'สัญญาณขาดหายทั้งหมู่บ้านทุกเย็น';

    await page.getByRole('combobox', { name: /^อำเภอหรือเขต/ }).fill('แม่ริม');
    await page.getByRole('textbox', { name: 'วันที่สำรวจ' }).fill('17 มิ.ย. 2562');
    await page.getByText('อ่านเป็น 17 มิ.ย. 2562 (ค.ศ. 2019)').waitFor();
    await fillVisit(page, { title, affected: 'ราว 1,200 คน' });
    await page.getByText('อ่านเป็น 1,200 คน').waitFor();
    expect(await overflow(page)).to.equal(0);
    expect(await axe(page)).to.deep.equal([]);
    await send(page);

    await page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();
    const [stored, ...more] = await storedWith(reader, title);
    expect(more).to.deep.equal([]);
    expect(stored?.place).to.include({ province: 'TH-50', district: 'แม่ริม' });
    expect(stored?.day).to.equal('2019-06-17');
    expect(stored?.issues[0]?.affected).to.equal(1200);
    await page.getByText(String(stored?.receipt)).first().waitFor();
    expect(await axe(page)).to.deep.equal([]);
    expect(tests.complaints()).to.deep.equal([]);
  });

  it('names what is missing on top, leads there, and lets go of what is fixed', async () => {
    const page = await open();
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).focus();
    await page.getByRole('textbox', { name: /^เล่าเพิ่มเติม/ }).focus();
    expect(await page.getByText('ใส่หัวข้อปัญหา').count(), 'before the first attempt').to.equal(0);

    await send(page);

    const summary = page.getByRole('alert');
    await summary.getByText('ยังบันทึกไม่ได้ มี 4 จุดต้องแก้').waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).to.equal(true);
    expect(await axe(page)).to.deep.equal([]);
    await summary.getByRole('link', { name: 'ปัญหาที่ 1: ใส่หัวข้อปัญหา' }).click();
    const field = page.getByRole('textbox', { name: 'หัวข้อปัญหา' });
    expect(await field.evaluate((input) => input === document.activeElement)).to.equal(true);
    expect(await field.getAttribute('aria-invalid')).to.equal('true');
    await page.keyboard.type('น้ำท่วมเสาสัญญาณ');
    await summary.getByText('ยังบันทึกไม่ได้ มี 3 จุดต้องแก้').waitFor();
    expect(await field.getAttribute('aria-invalid')).to.equal(null);
    await summary.getByRole('link', { name: /เลือกระดับความรุนแรง/ }).click();
    await page.keyboard.press('Space');
    await summary.getByText('ยังบันทึกไม่ได้ มี 2 จุดต้องแก้').waitFor();
  });

  it('says at once that a phone number will be removed, and keeps it nowhere', async () => {
    const page = await open();
    const title = 'ศูนย์ดิจิทัลชุมชนปิดทุกวันหยุด';

    await fillVisit(page, { title, detail: 'ติดต่อผู้ใหญ่บ้านที่ 081-234-5678 ได้ทุกวัน' });

    await page.getByText('พบเบอร์โทรในข้อความและลบก่อนเก็บ').waitFor();
    await page.getByText('ร่างบันทึกแล้ว').waitFor();
    expect(await deviceMemory(page))
      .to.include(title)
      .and.not.include('234-5678');
    await send(page);
    await page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();
    const [stored] = await storedWith(reader, title);
    expect(stored?.issues[0]?.detail).to.include('ผู้ใหญ่บ้าน').and.not.include('234');
    expect(await deviceMemory(page)).to.not.include('234-5678');
  });

  it('keeps the draft when the page is closed in the middle, and offers it again', async () => {
    const page = await open();
    const title = 'แบบฟอร์มออนไลน์กรอกยากสำหรับผู้สูงอายุ';
    await chooseProvince(page, 'chiang r');
    await fillVisit(page, { title });
    await page.getByText('ร่างบันทึกแล้ว').waitFor();
    await keptOnDevice(page, /"severity":"?4/);

    await page.reload();
    const field = page.getByRole('textbox', { name: 'หัวข้อปัญหา' });
    await field.waitFor();
    expect(await field.inputValue()).to.equal(title);
    const province = page.getByRole('combobox', { name: 'จังหวัด', exact: true });
    expect(await province.inputValue()).to.equal('เชียงราย');
    expect(await page.getByRole('radio', { name: /^4 มาก$/ }).isChecked()).to.equal(true);

    const other = await page.context().newPage();
    await other.goto(page.url().replace(/\?draft=.*/, ''));
    await other.getByText('เปิดอยู่ในหน้าต่างอื่น').waitFor();
    await page.close();
    await other.reload();
    await other.getByRole('link', { name: 'ทำต่อ' }).click();
    const again = other.getByRole('textbox', { name: 'หัวข้อปัญหา' });
    await again.waitFor();
    expect(await again.inputValue()).to.equal(title);
  });

  it('keeps what was typed when the language is switched and back', async () => {
    const page = await open('#/collect', desktop);
    const title = 'ถูกหลอกให้โอนเงินผ่านแอปปลอม';
    await fillVisit(page, { title });

    await page.getByRole('button', { name: 'EN' }).click();
    const english = page.getByRole('textbox', { name: 'Problem', exact: true });
    await english.waitFor();
    expect(await english.inputValue()).to.equal(title);
    const province = page.getByRole('combobox', { name: 'Province', exact: true });
    expect(await province.inputValue()).to.equal('Chiang Mai');
    expect(await page.getByRole('radio', { name: /^Signal, internet/ }).isChecked()).to.equal(true);
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'ไทย' }).click();

    expect(await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).inputValue()).to.equal(title);
    expect(await page.getByRole('radio', { name: 'ประชาชน' }).isChecked()).to.equal(true);
  });

  it('takes several problems in one visit, at most 20, and brings a deleted one back', async () => {
    const page = await open('#/collect', desktop);
    await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).fill('เรื่องแรก');
    const add = page.getByRole('button', { name: 'เพิ่มปัญหาอีกเรื่อง' });
    await add.click();
    await page
      .getByRole('region', { name: 'ปัญหาที่ 2' })
      .getByRole('textbox')
      .first()
      .fill('เรื่องที่สอง');

    await page.getByRole('button', { name: 'ลบปัญหาที่ 1' }).click();
    await page.getByText('ลบปัญหาที่ 1 แล้ว').first().waitFor();
    expect(await page.getByText('เรื่องแรก').count()).to.equal(0);
    await page.getByRole('button', { name: 'เลิกทำ' }).click();
    const first = page.getByRole('region', { name: 'ปัญหาที่ 1', exact: true });
    expect(await first.getByRole('textbox', { name: 'หัวข้อปัญหา' }).inputValue()).to.equal('เรื่องแรก');

    for (let count = 2; count < 20; count += 1) await add.click();
    await page.getByText('ครบ 20 เรื่องแล้ว').waitFor();
    expect(await add.count()).to.equal(0);
    await send(page);
    await page
      .getByRole('alert')
      .getByText(/^ยังบันทึกไม่ได้/)
      .waitFor();
    expect(await page.getByRole('alert').getByRole('link').count()).to.be.greaterThan(50);
  });

  it('takes a day from the calendar by keyboard alone, in both eras', async () => {
    const page = await open();
    const day = page.getByRole('textbox', { name: 'วันที่สำรวจ' });
    await day.fill('1 มีนาคม 2567');
    await page.getByRole('button', { name: 'เลือกวันที่จากปฏิทิน' }).press('Enter');
    const calendar = page.getByRole('dialog', { name: 'เลือกวันที่จากปฏิทิน' });
    await calendar.getByText('พ.ศ. 2567 (ค.ศ. 2024)').waitFor();
    const focused = (name: string) =>
      calendar.getByRole('button', { name, exact: true }).and(page.locator(':focus')).waitFor();
    await focused('1 มี.ค. 2567');
    for (const [key, to] of [
      ['ArrowLeft', '29 ก.พ. 2567'],
      ['Shift+PageUp', '28 ก.พ. 2566'],
      ['PageDown', '28 มี.ค. 2566'],
      ['ArrowDown', '4 เม.ย. 2566'],
      ['Home', '2 เม.ย. 2566'],
    ] as const) {
      await page.keyboard.press(key);
      await focused(to);
    }
    expect(await axe(page)).to.deep.equal([]);
    await page.keyboard.press('Enter');

    await page.getByText('อ่านเป็น 2 เม.ย. 2566 (ค.ศ. 2023)').waitFor();
    await calendar.waitFor({ state: 'detached' });
    expect(await day.inputValue()).to.equal('2 เม.ย. 2566');
  });

  it('copies a problem and moves it before another', async () => {
    const page = await open();
    await fillVisit(page, { title: 'สัญญาณขาดหาย' });
    await page.getByRole('button', { name: 'คัดลอก ปัญหาที่ 1' }).click();
    const title = page.getByRole('textbox', { name: 'หัวข้อปัญหา' });
    await title.fill('สายไฟเบอร์ขาด');
    await page.getByRole('button', { name: 'เลื่อนขึ้น ปัญหาที่ 2' }).click();
    await send(page);
    await page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();

    const [stored] = await storedWith(reader, 'สายไฟเบอร์ขาด');
    expect(stored?.issues.map((issue) => issue.title)).to.deep.equal([
      'สายไฟเบอร์ขาด',
      'สัญญาณขาดหาย',
    ]);
  });

  it('asks for the position only when the button is pressed', async () => {
    const { page } = await tests.open('malee', '#/collect', {
      ...phone,
      geolocation: { latitude: 18.79, longitude: 98.98, accuracy: 12 },
      permissions: ['geolocation'],
    });
    await page.getByRole('button', { name: 'ใช้ตำแหน่งตอนนี้' }).click();
    await page.getByText('ได้พิกัดแล้ว คลาดเคลื่อนราว 12 เมตร').waitFor();
    await page.getByRole('button', { name: 'ไม่ใช้ตำแหน่ง' }).click();
    await page.getByRole('button', { name: 'ใช้ตำแหน่งตอนนี้' }).waitFor();
  });

  it('takes a first position that comes late, and then asks the device no more', async () => {
    const { page } = await tests.open('malee', '#/home', phone);
    await page.clock.install();
    await page.addInitScript(() => {
      const device = window as unknown as { found?: PositionCallback; ended?: boolean };
      Object.defineProperty(navigator, 'geolocation', {
        value: {
          watchPosition(found: PositionCallback) {
            device.found = found;
            return 1;
          },
          clearWatch() {
            device.ended = true;
          },
        },
      });
    });
    await page.goto(`${tests.server.url}/?again#/collect`);
    await page.getByRole('button', { name: 'ใช้ตำแหน่งตอนนี้' }).click();
    await page.clock.fastForward(21_000);
    const ended = () => page.evaluate(() => (window as unknown as { ended?: boolean }).ended);
    expect(await ended()).to.equal(undefined);
    await page.evaluate(() => {
      const coords = { latitude: 18.79, longitude: 98.98, accuracy: 300 };
      const { found } = window as unknown as { found: (fix: unknown) => void };
      found({ coords });
    });
    await page.getByRole('button', { name: 'ไม่ใช้ตำแหน่ง' }).waitFor();
    expect(await ended()).to.equal(true);
  });

  it('says when there is little room, before anything is filled in', async () => {
    const { page } = await tests.open('malee', '#/home', phone);
    await page.addInitScript(() =>
      Object.defineProperty(StorageManager.prototype, 'estimate', {
        value() {
          return Promise.resolve({ quota: 90e6, usage: 40e6 });
        },
      }),
    );
    await page.goto(`${tests.server.url}/?again#/collect`);
    await page.getByText('พื้นที่ในเครื่องเหลือ 50 MB').waitFor();
    expect(await axe(page)).to.deep.equal([]);
  });

  it('finds the sub-plan by a part of its name, and stores it with the problem', async () => {
    const page = await open('#/collect', phone);
    const title = 'คอมพิวเตอร์โรงเรียนเสียทั้งห้อง';
    await fillVisit(page, { title });
    const field = page.getByRole('combobox', { name: /^แผนงานย่อย/ });
    const [plan] = await namedPlans(reader);
    await field.fill(plan?.nameTh.slice(0, 12) ?? '');
    await field.press('Enter');
    expect(await field.inputValue()).to.equal(plan?.nameTh);
    expect(await axe(page)).to.deep.equal([]);
    expect(await overflow(page)).to.equal(0);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/sub-plan-360.png`, fullPage: true });
    await send(page);
    await received(page);
    const [stored] = await storedWith(reader, title);
    expect(stored?.issues[0]).to.include({ subPlan: plan?.id });
  });

  it('goes by keyboard alone from the province to the receipt', async () => {
    const page = await open('#/collect', desktop);
    const title = 'อบรมทักษะดิจิทัลไม่ถึงตำบล';
    await page.getByRole('combobox', { name: 'จังหวัด', exact: true }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('ลำพ');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('ชม');
    await page.keyboard.press('Enter');
    const province = page.getByRole('combobox', { name: 'จังหวัด', exact: true });
    expect(await province.inputValue()).to.equal('เชียงใหม่');
    await page.getByRole('radio', { name: 'ประชาชน' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('radio', { name: /^สัญญาณ/ }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: /^ถูกหลอก/ }).isChecked()).to.equal(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type(title);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();
    expect(await storedWith(reader, title)).to.have.length(1);
  });
});

interface NamedPlan {
  readonly id: string;
  readonly nameTh: string;
}

async function namedPlans(request: APIRequestContext): Promise<readonly NamedPlan[]> {
  const { subPlans } = await (await request.get('/api/surveys/2569')).json();
  return subPlans.filter(({ nameTh }: NamedPlan) => nameTh !== '');
}
