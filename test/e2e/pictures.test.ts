// A figure is taken along as a picture: what is on paper, with its sentence, its strip and where it is from.
import { copyFile, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { desktop, phone } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';

/** where a person who looks keeps them */
const keptIn = process.env.PICTURES;

describe('the picture of a figure', function () {
  this.timeout(60_000);
  const tests = onDemonstration();

  async function taken(page: Page, kind: 'PNG' | 'SVG', name: string): Promise<Buffer> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `ดาวน์โหลดภาพ ${kind}: ${name}` }).click(),
    ]);
    const path = await file.path();
    if (keptIn) await copyFile(path, `${keptIn}/${file.suggestedFilename()}`);
    return readFile(path);
  }

  const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

  it('is a sharp PNG of every kind of figure, and leaves the page as it was', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await settled(page);
    await page.getByRole('application', { name: /บนแผนที่/ }).waitFor();
    const before = await page.evaluate(() => [scrollY, document.documentElement.className]);
    for (const name of [
      'สัดส่วนแบบสำรวจตามยุทธศาสตร์',
      'หน่วยงานกับประชาชนพูดถึงเรื่องใด',
      'แผนที่รายจังหวัด',
      'อัตราของแต่ละจังหวัด เทียบกับขนาด',
      'แต่ละพื้นที่พูดถึงเรื่องใด',
      'ประเด็นปัญหารายจังหวัด',
      'สัดส่วนประเด็นรายเดือน',
    ]) {
      const { width, height } = sizeOf(await taken(page, 'PNG', name));
      expect(width, name).to.be.within(1000, 2000);
      expect(height, name).to.be.within(500, 6000);
    }
    expect(
      await page
        .evaluate(() => [scrollY, document.documentElement.className])
        .then(([, css]) => css),
    ).to.equal(before[1]);
    expect(complaints).to.deep.equal([]);
  });

  it('is an SVG whose bars are shapes and whose words are words', async () => {
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    await settled(page);
    const figure = page.locator('section.fig').first();
    const heading = `${await figure.getByRole('heading').first().textContent()}`.replace(
      /\s+/g,
      '',
    );
    const svg = (await taken(page, 'SVG', 'สัดส่วนแบบสำรวจตามยุทธศาสตร์')).toString();

    const seen = await page.evaluate((text) => {
      const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        broken: drawn.querySelector('parsererror')?.textContent ?? null,
        words: [...drawn.querySelectorAll('text')].map((one) => one.textContent ?? '').join(''),
        shapes: drawn.querySelectorAll('path').length,
        // all keys but the plain one
        patterns: drawn.querySelectorAll('pattern rect, pattern circle, pattern path').length,
        rasters: drawn.querySelectorAll(':not(pattern) > image').length,
      };
    }, svg);
    expect(seen.broken).to.equal(null);
    const words = seen.words.replace(/\s+/g, '');
    expect(words).to.include(heading).and.include('n=').and.include('Rabfang·http');
    expect(words).to.match(/\d\d\.\d%/);
    expect(seen.shapes).to.be.greaterThan(6);
    expect(seen.patterns).to.be.greaterThanOrEqual(5);
    expect(seen.rasters).to.equal(0);
    expect(complaints).to.deep.equal([]);
  });

  it('holds no small number', async () => {
    const { page } = await tests.open('nok', '#/?province=TH-58&strategy=trust', phone);
    await settled(page);
    const svg = (await taken(page, 'SVG', 'ระดับความรุนแรงที่ผู้ตอบให้')).toString();
    expect(svg).to.match(/ปกปิด|&lt;5|น้อยกว่า 5/);
  });
});
