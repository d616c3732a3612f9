// Fills in the form as an enumerator would, by what stands on the page, and asks the server what it has.
import type { APIRequestContext, Page } from 'playwright-core';

export interface Visit {
  readonly title: string;
  readonly detail?: string;
  readonly affected?: string;
}

/** One problem of a citizen in the province that is proposed; everything required, ready to be sent. */
export async function fillVisit(page: Page, { title, detail, affected }: Visit): Promise<void> {
  await page.getByRole('radio', { name: 'ประชาชน' }).check();
  await page.getByRole('radio', { name: /^สัญญาณ อินเทอร์เน็ต/ }).check();
  await page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).fill(title);
  if (detail) await page.getByRole('textbox', { name: /^เล่าเพิ่มเติม/ }).fill(detail);
  await page.getByRole('radio', { name: /^4 มาก$/ }).check();
  if (affected) await page.getByRole('textbox', { name: /^มีผู้ได้รับผลกระทบ/ }).fill(affected);
}

export function send(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'บันทึกและส่ง' }).click();
}

/** Types a part of a province's name and takes the first that fits, by keyboard. */
export async function chooseProvince(page: Page, part: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'จังหวัด', exact: true });
  await field.fill(part);
  await field.press('Enter');
}

export interface Stored {
  readonly id: string;
  readonly receipt: string;
  readonly day: string | null;
  readonly place: { readonly province: string; readonly district: string | null };
  readonly issues: readonly {
    readonly title: string;
    readonly detail: string | null;
    readonly affected: number | null;
  }[];
}

/** The responses of the form that have this title among the newest; `request` is signed in as somebody who may read all. */
export async function storedWith(request: APIRequestContext, title: string): Promise<Stored[]> {
  const answer = await request.get('/api/surveys/2569/responses?channel=form&limit=100');
  if (!answer.ok()) throw new Error(`the list was refused: ${answer.status()}`);
  const { items } = (await answer.json()) as { items: Stored[] };
  return items.filter((response) => response.issues.some((issue) => issue.title === title));
}

/** Everything the page keeps on the device, as one text. */
export function deviceMemory(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rabfang');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [...database.objectStoreNames];
    const all = stores.map(
      (name) =>
        new Promise((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    );
    const kept = JSON.stringify([await Promise.all(all), { ...localStorage }]);
    database.close();
    return kept;
  });
}

/** The draft on the device holds this: "draft saved" may still speak of the change before the last. */
export async function keptOnDevice(page: Page, what: RegExp): Promise<void> {
  while (!what.test(await deviceMemory(page))) await page.waitForTimeout(10);
}

/** The form says that the server has it, with its receipt. */
export const received = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'ส่งถึงแล้ว' }).waitFor();

/** The form says that it is kept on the device and waits. */
export const kept = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'เก็บในเครื่องนี้แล้ว รอส่ง' }).waitFor();

export const toOutbox = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'เปิดกล่องขาออก', exact: true }).click();
