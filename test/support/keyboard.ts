// Somebody who has a keyboard and nothing else: every control is reached by Tab from where the focus is.
import type { Locator, Page } from 'playwright-core';

/** more than the longest page has stops, twice over */
const most = 600;

/** Goes to it as far as Tab leads. @throws when it is never reached */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < most; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

/** Writes into a field in place of what is there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** A field with proposals: types and takes the first. */
export async function pick(page: Page, field: Locator, text: string): Promise<void> {
  await write(page, field, text);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

export async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await reach(page, control);
  await page.keyboard.press(key);
}

/** A group of radios is one stop: arrows go through it until this one is chosen. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute('name');
  const group = page.locator(`input[type=radio][name="${name}"]`);
  const isInGroup = () =>
    group.evaluateAll((radios) => radios.some((one) => one === document.activeElement));
  for (let stops = 0; stops < most && !(await isInGroup()); stops++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let turns = 0; turns < most && !(await radio.isChecked()); turns++)
    await page.keyboard.press('ArrowDown');
  if (!(await radio.isChecked())) throw new Error(`the keyboard does not choose ${radio}`);
}
