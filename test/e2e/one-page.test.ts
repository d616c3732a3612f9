// A planner looks at one province: what it says, beside those like it, what people said; and goes on to the next with a key.
import { expect } from 'chai';
import { desktop } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';

describe('the page of one province', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('says what the server counts of it and its peers, and leads on with the arrow keys', async () => {
    const { page, complaints } = await tests.open('nok', '#/province/TH-50', desktop);
    await settled(page);
    const planner = await tests.requests('nok');
    const figures = async (query: string) =>
      (await planner.get(`/api/surveys/2569/figures?${query}`)).json();
    const { strip } = await figures('figures=summary&province=TH-50');
    const { figures: of } = await figures('figures=peers');
    const row = of.peers.find(({ province }: { province: string }) => province === 'TH-50');

    await page.getByRole('heading', { level: 1, name: 'เชียงใหม่', exact: true }).waitFor();
    await page
      .getByRole('region', { name: 'ตัวเลขสำคัญ' })
      .getByText(String(strip.responses), { exact: true })
      .waitFor();
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: `${row.against.ratio.toFixed(1)} เท่าของค่ากลาง` })
      .waitFor();
    await page.getByRole('button', { name: 'รุนแรงที่สุด', exact: true }).click();
    await page.getByRole('img', { name: /5/ }).first().waitFor();

    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { level: 1, name: 'ลำพูน', exact: true }).waitFor();
    expect(page.url()).to.include('#/province/TH-51');
    expect(complaints).to.deep.equal([]);
  });

  it('says which part could not be had, and gets it when asked again', async () => {
    const { page } = await tests.open('nok', '#/', desktop);
    await settled(page);
    // the line breaks for what people said and for the peers alone
    let broken = true;
    for (const address of ['**/responses?*', '**/figures?*figures=peers*'])
      await page.route(address, (route) => (broken ? route.abort() : route.continue()));
    await page.goto(`${page.url().split('#')[0]}#/province/TH-50`);
    const voices = page.getByRole('region', { name: 'ถ้อยคำของผู้ให้ข้อมูล' });
    const peers = page.getByRole('region', { name: 'เทียบกับจังหวัดที่คล้ายกัน' });
    await voices.getByRole('alert').waitFor();
    await peers.getByRole('alert').waitFor();
    broken = false;
    await voices.getByRole('button', { name: 'ลองอีกครั้ง' }).click();
    await voices.getByRole('listitem').first().waitFor();
    await peers.getByRole('button', { name: 'ลองอีกครั้ง' }).click();
    await page.getByRole('heading', { level: 2 }).filter({ hasText: 'เท่าของค่ากลาง' }).waitFor();
  });

  it('shows an office nothing of a province that is not its own', async () => {
    const { page } = await tests.open('somchai', '#/province/TH-50', desktop);
    await page.getByText('ไม่พบจังหวัดนี้', { exact: true }).waitFor();
  });
});

describe('the page of one strategy', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  it('is found from the overview, and keeps the other filters', async () => {
    const { page } = await tests.open('nok', '#/?strategy=society&respondent=citizen', desktop);
    await settled(page);
    await page.getByRole('link', { name: 'ดูทุกอย่างของสังคมดิจิทัล', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'สังคมดิจิทัล', exact: true }).waitFor();
    expect(page.url()).to.match(/#\/strategy\/society\?.*respondent=citizen/);
    await page.getByRole('link', { name: /เอาตัวกรอง ประชาชน ออก/ }).click();
    await page.waitForURL(/#\/strategy\/society(\?survey=2569)?$/);
  });
});
