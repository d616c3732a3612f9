// A walk by seed over what happens to a phone in the field: forms are filled, edited, photographed and sent, once and twice, from three
// tabs, while tabs and the browser die, the line and the server come and go, the session ends, and the server gets a new version. What
// was submitted is told at the end.
import type { Page } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import { newId } from '../support/build.ts';
import type { FieldPhone, FieldServer } from '../support/field-phone.ts';
import { deviceMemory, fillVisit } from '../support/fill-form.ts';
import type { Versions } from '../support/next-version.ts';
import { aPng } from '../support/photos.ts';
import type { Random } from './random.ts';

export interface WalkedForm {
  readonly id: string;
  readonly title: string;
  /** how wide its photos are: each another */
  readonly photos: readonly number[];
  /** `perhaps`: the button was pressed, and the page died before it could say anything */
  readonly sent: 'no' | 'perhaps' | 'yes';
}

/** what the phone speaks with */
export interface Around {
  readonly server: FieldServer;
  /** in front of it: the address that the phone knows */
  readonly versions: Versions;
}

interface Tab {
  readonly page: Page;
  form: string | null;
}

const mostTabs = 3;
const step = ['fill', 'edit', 'photo', 'photo', 'photo', 'send', 'send twice'] as const;
const trouble = [
  ...(['another tab', 'close tab', 'crash tab', 'reload', 'kill browser', 'end session'] as const),
  ...(['line', 'line', 'server', 'server', 'new version', 'look at outbox', 'wait'] as const),
];
type Step = (typeof step)[number] | (typeof trouble)[number];

export class FieldWalk {
  readonly done: string[] = [];
  readonly forms = new Map<string, WalkedForm>();
  readonly #random: Random;
  readonly #phone: FieldPhone;
  readonly #server: FieldServer;
  readonly #versions: Versions;
  readonly #name: string;
  #tabs: Tab[] = [];
  #hasLine = true;
  #isServerUp = true;
  #isSignedIn = true;
  #width: number;

  constructor(name: string, random: Random, phone: FieldPhone, around: Around) {
    this.#name = name;
    this.#random = random;
    this.#phone = phone;
    this.#server = around.server;
    this.#versions = around.versions;
    this.#width = 20 + random.whole(400);
  }

  async steps(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      const next: Step = this.#random.pick(this.#random.chance(0.6) ? step : trouble);
      this.done.push(next);
      await this.#take(next);
    }
  }

  /** Everything is well again: the line, the server, the session. @returns the one page that is open then */
  async settle(): Promise<Page> {
    if (!this.#isServerUp) await this.#take('server');
    if (!this.#hasLine) await this.#take('line');
    // a browser that was killed may have forgotten a cookie that was set a moment before
    await signIn(this.#phone.context, this.#versions.url, 'malee');
    for (const { page } of this.#tabs) await page.close();
    this.#tabs = [];
    return await this.#phone.newPage('#/outbox');
  }

  async #take(next: Step): Promise<void> {
    const acts: Readonly<Record<Step, () => Promise<void>>> = {
      fill: () => this.#fill(),
      edit: () => this.#edit(),
      photo: () => this.#photo(),
      send: () => this.#send(1),
      'send twice': () => this.#send(2),
      'another tab': () => this.#open('#/home'),
      'close tab': () => this.#closeTab((page) => page.close()),
      'crash tab': () => this.#closeTab(crash),
      reload: async () => void (await this.#anyTab()?.page.reload()),
      'kill browser': () => this.#killBrowser(),
      'end session': () => this.#endSession(),
      line: async () => {
        this.#hasLine = !this.#hasLine;
        await this.#phone.context.setOffline(!this.#hasLine);
      },
      server: async () => {
        this.#isServerUp = !this.#isServerUp;
        if (this.#isServerUp) await this.#server.back();
        else await this.#server.away();
      },
      'new version': async () => this.#versions.release(`${this.#name} ${this.done.length}`),
      'look at outbox': async () => {
        const tab = this.#anyTab();
        if (tab) await goTo(tab, '#/outbox', null);
      },
      wait: () => new Promise((resolve) => setTimeout(resolve, this.#random.whole(1500))),
    };
    await acts[next]();
  }

  #anyTab(): Tab | undefined {
    return this.#tabs.length > 0 ? this.#random.pick(this.#tabs) : undefined;
  }

  async #open(hash: string): Promise<void> {
    if (this.#tabs.length >= mostTabs) return;
    this.#tabs.push({ page: await this.#phone.newPage(hash), form: null });
  }

  async #fill(): Promise<void> {
    if (this.#tabs.length === 0) await this.#open('#/home');
    const tab = this.#anyTab();
    if (!tab) return;
    const id = newId();
    const title = `${this.#name} ${this.forms.size + 1}`;
    await goTo(tab, `#/collect?draft=${id}`, id);
    await fillVisit(tab.page, { title });
    await until(async () => (await deviceMemory(tab.page)).includes(`"${title}"`));
    this.forms.set(id, { id, title, photos: [], sent: 'no' });
  }

  /** A form that is open, or one that was left is opened again where no other tab has it. */
  async #filling(): Promise<{ readonly tab: Tab; readonly form: WalkedForm } | null> {
    const unsent = () => [...this.forms.values()].filter(({ sent }) => sent === 'no');
    if (unsent().length === 0) await this.#fill();
    const left = unsent();
    if (left.length === 0) return null;
    const form = this.#random.pick(left);
    if (this.#tabs.length === 0) await this.#open('#/home');
    const tab = this.#tabs.find((one) => one.form === form.id) ?? this.#anyTab();
    if (!tab) return null;
    if (tab.form !== form.id) await goTo(tab, `#/collect?draft=${form.id}`, form.id);
    const field = tab.page.getByRole('textbox', { name: 'หัวข้อปัญหา' });
    await field.waitFor();
    return { tab, form };
  }

  async #edit(): Promise<void> {
    const filling = await this.#filling();
    if (!filling) return;
    const words = `เล่าเพิ่ม ${this.done.length}`;
    const { page } = filling.tab;
    await page.getByRole('textbox', { name: /^เล่าเพิ่มเติม/ }).fill(words);
    await until(async () => (await deviceMemory(page)).includes(`"${words}"`));
  }

  async #photo(): Promise<void> {
    const filling = await this.#filling();
    if (!filling || filling.form.photos.length === 3) return;
    const { tab, form } = filling;
    const width = this.#width++;
    await tab.page.getByLabel('เลือกภาพ', { exact: true }).setInputFiles({
      ...{ name: `${width}.png`, mimeType: 'image/png', buffer: aPng(width, 20).bytes },
    });
    const count = form.photos.length + 1;
    await until(async () => (await photosNamed(tab.page, form.id)) === count);
    this.forms.set(form.id, { ...form, photos: [...form.photos, width] });
  }

  async #send(times: 1 | 2): Promise<void> {
    const filling = await this.#filling();
    if (!filling) return;
    const { tab, form } = filling;
    const button = tab.page.getByRole('button', { name: 'บันทึกและส่ง' });
    const dies = this.#random.chance(0.2);
    await button.evaluate((one: HTMLElement, clicks) => {
      for (let n = 0; n < clicks; n++) one.click();
    }, times);
    this.forms.set(form.id, { ...form, sent: dies ? 'perhaps' : 'yes' });
    if (dies) return await this.#take('kill browser');
    const heading = tab.page.getByRole('heading', { name: /^(ส่งถึงแล้ว|เก็บในเครื่องนี้แล้ว รอส่ง)$/ });
    await heading.first().waitFor();
    tab.form = null;
  }

  async #closeTab(end: (page: Page) => Promise<void>): Promise<void> {
    const tab = this.#anyTab();
    if (!tab) return;
    this.#tabs = this.#tabs.filter((one) => one !== tab);
    await end(tab.page);
  }

  async #killBrowser(): Promise<void> {
    this.#tabs = [];
    await this.#phone.restart('killed');
    if (!this.#hasLine) await this.#phone.context.setOffline(true);
  }

  /** Ends it elsewhere, and signs in again the next time. */
  async #endSession(): Promise<void> {
    if (!this.#isServerUp) return;
    const elsewhere = await signedInElsewhere(this.#server.url);
    if (this.#isSignedIn) await elsewhere.endOthers();
    else await signIn(this.#phone.context, this.#versions.url, 'malee');
    this.#isSignedIn = !this.#isSignedIn;
  }
}

async function signedInElsewhere(url: string) {
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'malee', password: 'rabfang-demo' }),
  });
  const { token } = (await session.json()) as { readonly token: string };
  return {
    endOthers: async () => {
      const headers = { authorization: `Bearer ${token}` };
      await fetch(`${url}/api/me/sessions`, { method: 'DELETE', headers });
    },
  };
}

async function goTo(tab: Tab, hash: string, form: string | null): Promise<void> {
  await tab.page.evaluate((to) => location.assign(to), hash);
  tab.form = form;
}

async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  devtools.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await crashed;
  await page.close();
}

/** How many photos the draft of this form names on the device. */
async function photosNamed(page: Page, id: string): Promise<number> {
  const [[drafts]] = JSON.parse(await deviceMemory(page)) as [
    [{ id: string; values: { issues: { photos?: string[] }[] } }[]],
  ];
  const draft = drafts.find((one) => one.id === id);
  return draft?.values.issues.flatMap(({ photos = [] }) => photos).length ?? 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('what was done did not come onto the device');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
