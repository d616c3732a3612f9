// What an office needs for a year, from its first person to an approved response in the figures: by keyboard alone, at a desk and on a
// phone, in both languages.
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { account as accountEn } from '../../client/i18n/en/account.ts';
import { collect as collectEn } from '../../client/i18n/en/collect.ts';
import { dashboard as dashboardEn } from '../../client/i18n/en/dashboard.ts';
import { people as peopleEn } from '../../client/i18n/en/people.ts';
import { responses as responsesEn } from '../../client/i18n/en/responses.ts';
import { rounds as roundsEn } from '../../client/i18n/en/rounds.ts';
import { sending as sendingEn } from '../../client/i18n/en/sending.ts';
import { shell as shellEn } from '../../client/i18n/en/shell.ts';
import { account as accountTh } from '../../client/i18n/th/account.ts';
import { collect as collectTh } from '../../client/i18n/th/collect.ts';
import { dashboard as dashboardTh } from '../../client/i18n/th/dashboard.ts';
import { people as peopleTh } from '../../client/i18n/th/people.ts';
import { responses as responsesTh } from '../../client/i18n/th/responses.ts';
import { rounds as roundsTh } from '../../client/i18n/th/rounds.ts';
import { sending as sendingTh } from '../../client/i18n/th/sending.ts';
import { shell as shellTh } from '../../client/i18n/th/shell.ts';
import { desktop, phone } from '../support/browser.ts';
import { aPassword } from '../support/build.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { onDataOf } from '../support/journeys.ts';
import { choose, pick, press, write } from '../support/keyboard.ts';
import { axe, overflow, settled } from '../support/page-checks.ts';

const th = {
  ...{ account: accountTh, collect: collectTh, sending: sendingTh, people: peopleTh },
  ...{ dashboard: dashboardTh, responses: responsesTh, rounds: roundsTh, shell: shellTh },
};
const en: typeof th = {
  ...{ account: accountEn, collect: collectEn, sending: sendingEn, people: peopleEn },
  ...{ dashboard: dashboardEn, responses: responsesEn, rounds: roundsEn, shell: shellEn },
};

/** what the form asks, by its own words */
const asked = {
  th: { title: 'หัวข้อปัญหา', citizen: 'ประชาชน', severe: /^4 / },
  en: { title: 'Problem', citizen: 'Citizen', severe: /^4 / },
};

const subPlans = [3, 3, 3, 3, 2, 3].flatMap((many, strategy) =>
  Array.from({ length: many }, (_, n) => `${strategy + 1}.${n + 1}`),
);
const asTable = subPlans.map((code) => `${code}\tแผน ${code}\tPlan ${code}\tคำ${code}`).join('\n');

for (const [lang, words, round] of [
  ['th', th, '2570'],
  ['en', en, '2571'],
] as const)
  describe(`the year of an office, by keyboard alone (${lang})`, function () {
    this.timeout(180_000);
    const tests = onDataOf(() => fillFolder(0));
    const remembers = { 'rabfang.lang': lang };
    const open = async (who: string, hash: string, device = desktop): Promise<Page> =>
      (await tests.open(who, hash, { ...device, remembers })).page;
    const button = (page: Page | Locator, name: string) =>
      page.getByRole('button', { name, exact: true });
    const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

    async function isSound(page: Page): Promise<void> {
      await settled(page);
      expect(await axe(page)).to.deep.equal([]);
      expect(await overflow(page)).to.equal(0);
    }

    async function addOffice(page: Page): Promise<void> {
      const { offices, form } = words.people;
      await press(page, button(page, offices.add));
      await write(page, field(page, offices.id), 'office-9');
      await write(page, field(page, offices.names.th), 'ศูนย์เก้า');
      await write(page, field(page, offices.names.en), 'Centre Nine');
      await pick(
        page,
        page.getByRole('combobox', { name: offices.place }),
        lang === 'th' ? 'ขอนแก่น' : 'Khon Kaen',
      );
      await isSound(page);
      await press(page, button(page, form.save));
      await page
        .getByRole('rowheader', { name: lang === 'th' ? 'ศูนย์เก้า' : 'Centre Nine' })
        .waitFor();
    }

    /** @returns the link by which they come in */
    async function addPerson(username: string, role: 'enumerator' | 'officer'): Promise<string> {
      const page = await open('admin', '#/admin/new-person');
      const { form, link } = words.people;
      await write(page, field(page, form.username), username);
      await write(page, field(page, form.name), username === 'nida' ? 'นิดา ส.' : 'กมล ร.');
      await choose(page, page.getByRole('radio', { name: new RegExp(`^${roleName(role)}`) }));
      await pick(
        page,
        page.getByRole('combobox', { name: form.office }),
        lang === 'th' ? 'ศูนย์เก้า' : 'Centre Nine',
      );
      await isSound(page);
      await press(page, button(page, form.addDo));
      const address = page.getByRole('dialog').getByRole('textbox', { name: link.address });
      const code = await address.inputValue();
      await press(page, button(page.getByRole('dialog'), link.done));
      return code.slice(code.indexOf('#'));
    }
    const roleName = (role: 'enumerator' | 'officer') => words.shell.roles[role];

    async function comeIn(link: string, device = desktop): Promise<Page> {
      const page = await open('visitor', link, device);
      await write(page, field(page, words.account.password.fresh), aPassword);
      await isSound(page);
      await press(page, button(page, words.account.invitation.set));
      await page.waitForURL(/#\/home$/);
      return page;
    }

    async function openRound(page: Page): Promise<void> {
      const { rounds } = words;
      await press(page, button(page, rounds.add));
      await write(page, field(page, rounds.id), round);
      await write(page, field(page, rounds.names.th), `รอบปี ${round}`);
      await write(page, field(page, rounds.names.en), `Round ${round}`);
      await press(page, button(page, rounds.create));
      await choose(page, page.getByRole('radio', { name: rounds.countApproved }));
      await press(page, button(page, rounds.paste));
      await write(page, page.getByLabel(rounds.pasteLabel), asTable);
      await press(page, button(page, rounds.pasteDo));
      await press(page, button(page, rounds.save));
      await button(page, rounds.publish('1')).waitFor();
      await isSound(page);
      await press(page, button(page, rounds.publish('1')));
      await press(page, button(page, rounds.publishDo));
      await page.getByText(rounds.published('1')).waitFor();
    }

    /** @returns the id of the response */
    async function report(page: Page, title: string): Promise<string> {
      await page.goto(`${tests.server.url}/#/collect?survey=${round}`);
      const { everyday, send } = words.collect;
      await choose(page, page.getByRole('radio', { name: asked[lang].citizen, exact: true }));
      await choose(
        page,
        page.getByRole('radio', { name: new RegExp(`^${everyday.infrastructure}`) }),
      );
      await write(page, field(page, asked[lang].title), title);
      await choose(page, page.getByRole('radio', { name: asked[lang].severe }));
      await isSound(page);
      const stored = page.waitForResponse((one) => one.request().method() === 'PUT');
      await press(page, button(page, send));
      await page.getByText(words.sending.receivedWhy).waitFor();
      return (await (await stored).json()).id;
    }

    /** the next one is taken up before the answer is there */
    const decided = async (page: Page, how: () => Promise<void>): Promise<void> => {
      const stored = page.waitForResponse((one) => one.url().endsWith('/decisions'));
      await how();
      expect((await stored).status()).to.equal(201);
    };

    /** in the queue, where letters are keys */
    async function sendBack(page: Page, reason: string): Promise<void> {
      const { review } = words.responses;
      await page.goto(`${tests.server.url}/#/review?survey=${round}`);
      await page.getByRole('region', { name: review.opened }).waitFor();
      await isSound(page);
      await page.keyboard.press('r');
      const dialog = page.getByRole('dialog', { name: review.returnTitle });
      await write(page, dialog.getByLabel(review.reason), reason);
      await decided(page, () => press(page, button(dialog, review.returnDo)));
      await page.getByText(review.queueEmpty).waitFor();
    }

    async function mend(page: Page, id: string, reason: string, title: string): Promise<void> {
      await page.goto(`${tests.server.url}/#/responses/${id}?survey=${round}`);
      await page.getByText(reason).first().waitFor();
      await isSound(page);
      await press(page, button(page, words.responses.one.revise));
      await page.waitForURL(/#\/collect\?draft=/);
      await write(page, field(page, asked[lang].title), title);
      await press(page, button(page, words.collect.send));
      await page.getByText(words.sending.receivedWhy).waitFor();
    }

    async function approve(page: Page): Promise<void> {
      const { review } = words.responses;
      await press(page, button(page, review.again));
      await page.getByRole('region', { name: review.opened }).waitFor();
      await decided(page, () => page.keyboard.press('a'));
      await page.getByText(review.queueEmpty).waitFor();
    }

    /** where a response stands, and what is counted */
    async function standing(id: string) {
      const requests = await tests.requests('admin');
      const get = async (path: string) =>
        await (await requests.get(`/api/surveys/${round}${path}`)).json();
      const { status } = await get(`/responses/${id}`);
      const { strip } = await get('/figures');
      return { status, counted: strip.responses };
    }

    it('from its first person to the figures', async () => {
      const admin = await open('visitor', '#/signin');
      await write(admin, field(admin, words.shell.signIn.username), 'admin');
      await write(admin, field(admin, words.shell.signIn.password), 'rabfang-demo');
      await admin.keyboard.press('Enter');
      await admin.waitForURL(/#\/home$/);

      await admin.goto(`${tests.server.url}/#/admin/offices`);
      await addOffice(admin);
      const nida = await comeIn(await addPerson('nida', 'enumerator'), phone);
      const kamon = await comeIn(await addPerson('kamon', 'officer'));
      await admin.goto(`${tests.server.url}/#/admin/rounds`);
      await openRound(admin);

      const id = await report(nida, 'สัญญาณหลุดบ่อย');
      expect(await standing(id)).to.deep.equal({ status: 'received', counted: 0 });
      const reason = 'ขอชื่อหมู่บ้าน';
      await sendBack(kamon, reason);
      expect(await standing(id)).to.deep.equal({ status: 'returned', counted: 0 });
      await mend(nida, id, reason, 'สัญญาณหลุดบ่อยที่บ้านหนองแวง');
      expect(await standing(id)).to.deep.equal({ status: 'received', counted: 0 });
      await approve(kamon);
      expect(await standing(id)).to.deep.equal({ status: 'approved', counted: 1 });

      await kamon.goto(`${tests.server.url}/#/?survey=${round}`);
      await isSound(kamon);
      const counted = kamon
        .getByText(words.dashboard.countedResponses, { exact: true })
        .locator('..');
      expect(await counted.textContent()).to.match(/^1\D/);
      const place = lang === 'th' ? 'ขอนแก่น' : 'Khon Kaen';
      await kamon
        .getByRole('heading', { level: 1 })
        .getByText(words.dashboard.leadPlain(place))
        .waitFor();
      expect(tests.complaints().filter((line) => !line.includes('401'))).to.deep.equal([]);
    });
  });
