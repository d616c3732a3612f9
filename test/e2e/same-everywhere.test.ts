// The same numbers wherever they stand: on the screen, in the table of a figure, in its file, on the brief, in a snapshot, and in a
// recount of the exported rows with plain loops; for filters drawn by chance. `SAME_SEED=n` draws those of another run again.
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { dashboard as words } from '../../client/i18n/th/dashboard.ts';
import { plain } from '../../client/pages/dashboard/frame/table-twin.ts';
import { provinces } from '../../shared/places/provinces.ts';
import { type Random, seededRandom } from '../fuzz/random.ts';
import { desktop } from '../support/browser.ts';
import { onDemonstration } from '../support/journeys.ts';
import { settled } from '../support/page-checks.ts';

type Row = Readonly<Record<string, string>>;
type Chosen = Readonly<Record<string, readonly string[]>>;

const seed = Number(process.env.SAME_SEED ?? Date.now() % 1_000_000);
const rounds = 10;
const levels = ['5', '4', '3', '2', '1', 'none'];

describe(`the numbers of a view, drawn by ${seed},`, function () {
  this.timeout(300_000);
  const tests = onDemonstration();

  const number = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));
  const keyNumbers = async (page: Page) =>
    (await page.locator('.facts b').allTextContents()).slice(0, 4).map(number);

  async function exported(): Promise<Row[]> {
    const planner = await tests.requests('nok');
    const file = await (await planner.get('/api/surveys/2569/responses.csv')).text();
    return Papa.parse<Row>(file.replace(/^\uFEFF/, '').trim(), { header: true }).data;
  }

  it('are the same on the screen, in files, on the brief, in a snapshot and in a recount', async () => {
    const rows = await exported();
    const draw = seededRandom(seed);
    const planner = await tests.requests('nok');
    const { page, complaints } = await tests.open('nok', '#/', desktop);
    for (let round = 0; round < rounds; round += 1) {
      const chosen = chosenBy(draw);
      const query = new URLSearchParams(
        Object.entries(chosen).map(([name, values]) => [name, values.join(',')]),
      );
      const where = `round ${round}: ${query}`;
      const counted = recounted(rows, chosen);

      await show(page, `#/?${query}`);
      expect(await keyNumbers(page), `screen, ${where}`).to.deep.equal(counted.key);
      if (counted.key[1] === 0) continue;
      expect(await shownLevels(page), `table, ${where}`).to.deep.equal(
        shown(counted, chosen).map(([level, issues]) => [level, issues]),
      );
      for (const [level, cell] of await savedLevels(page)) {
        const issues = counted.levels.get(level) ?? 0;
        if (issues > 0 && issues < 5) expect(cell, `file, ${where}`).to.equal(hidden);
        if (cell !== hidden) expect(Number(cell), `file, ${where}`).to.equal(issues);
      }

      await show(page, `#/brief?${query}`);
      const facts = page.locator('.brief-facts > div');
      if (Number(counted.key[1]) < 5) expect(await facts.count(), `brief, ${where}`).to.equal(0);
      else {
        const said = (await facts.first().textContent()) ?? '';
        const onBrief = said.split(' จาก ').map(number);
        expect(onBrief, `brief, ${where}`).to.deep.equal(counted.key.slice(0, 2));
      }

      const filters = chosenAsFilters(chosen);
      const kept = await planner.post('/api/surveys/2569/snapshots', {
        data: { name: `ทวน ${round}`, filters },
      });
      const { id } = await kept.json();
      await show(page, `#/s/${id}`);
      expect(await keyNumbers(page), `snapshot, ${where}`).to.deep.equal(counted.key);
    }
    expect(complaints).to.deep.equal([]);
  });

  async function show(page: Page, hash: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(`${tests.server.url}/${hash}`);
    await settled(page);
  }
});

const levelName = words.severityTitle;
/** as files have it */
const hidden = plain(words.hidden);

async function shownLevels(page: Page): Promise<[string, number][]> {
  await page.getByRole('button', { name: `${words.showTable}: ${levelName}` }).click();
  const lines = page.getByRole('table').filter({ hasText: words.level }).locator('tbody tr');
  const cells = await lines.evaluateAll((all) =>
    all.map((line) => [...line.children].map((cell) => cell.textContent ?? '')),
  );
  return cells.map(([level = '', issues = '']) => [
    /^\d/.exec(level)?.[0] ?? 'none',
    Number(issues.replaceAll(',', '')),
  ]);
}

async function savedLevels(page: Page): Promise<[string, string][]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.csvLabel(levelName) }).click(),
  ]);
  const { data } = Papa.parse<string[]>(await readFile(await file.path(), 'utf8'));
  const at = data.findIndex(([first]) => first === words.level);
  expect(at, 'the head of the table').to.be.above(0);
  return data
    .slice(at + 1)
    .filter(([level = '']) => levels.includes(level))
    .map(([level = '', issues = '']) => [level, issues]);
}

/** Up to three filters, of one or several values. */
function chosenBy(draw: Random): Chosen {
  const below = (n: number) => draw.whole(n);
  const some = (values: readonly string[], most: number) => {
    const left = [...values];
    return Array.from(
      { length: 1 + below(most) },
      () => left.splice(below(left.length), 1)[0] ?? '',
    );
  };
  const codes = provinces.map(({ code }) => code);
  const month = `2026-0${1 + below(9)}`;
  const kinds: Record<string, () => Chosen> = {
    place: () =>
      draw.chance(0.5)
        ? { province: some(codes, 3) }
        : { region: some(['north', 'northeast', 'central', 'east', 'west', 'south'], 2) },
    strategy: () => ({ strategy: some(['infrastructure', 'society', 'trust', 'none'], 2) }),
    severity: () => ({ severity: some(levels, 3) }),
    respondent: () => ({ respondent: some(['agency', 'citizen', 'none'], 1) }),
    channel: () => ({ channel: some(['form', 'csv', 'api'], 2) }),
    days: () => ({ from: [`${month}-01`], to: [`${month}-28`] }),
  };
  return Object.assign({}, ...some(Object.keys(kinds), 3).map((kind) => kinds[kind]?.()));
}

function chosenAsFilters(chosen: Chosen) {
  return Object.fromEntries(
    Object.entries(chosen).map(([name, values]) => [
      name,
      name === 'from' || name === 'to' ? values[0] : values,
    ]),
  );
}

const regionOf = new Map(provinces.map(({ code, region }) => [code as string, region as string]));

/** issues, responses, and those of agencies and of citizens; issues of each level */
function recounted(rows: readonly Row[], chosen: Chosen) {
  const has = (name: string, value: string) =>
    chosen[name] === undefined || chosen[name].includes(value === '' ? 'none' : value);
  const passing = rows.filter((row) => {
    const { province = '', strategy = '', severity = '', respondent = '', channel = '' } = row;
    const day = row.day ?? '';
    if (chosen.from && (day === '' || day < String(chosen.from[0]))) return false;
    if (chosen.to && (day === '' || day > String(chosen.to[0]))) return false;
    return (
      has('province', province) &&
      has('region', regionOf.get(province) ?? '') &&
      has('strategy', strategy) &&
      has('severity', severity) &&
      has('respondent', respondent) &&
      has('channel', channel)
    );
  });
  const responses = (some: readonly Row[]) => new Set(some.map((row) => row.response_id)).size;
  const by = (respondent: string) =>
    responses(passing.filter((row) => row.respondent === respondent));
  const perLevel = new Map<string, number>();
  for (const { severity = '' } of passing) {
    const level = severity === '' ? 'none' : severity;
    perLevel.set(level, (perLevel.get(level) ?? 0) + 1);
  }
  return {
    key: [passing.length, responses(passing), by('agency'), by('citizen')],
    levels: perLevel,
  };
}

/** the levels that the figure has: those that were chosen, else all */
function shown(
  { levels: perLevel }: ReturnType<typeof recounted>,
  chosen: Chosen,
): [string, number][] {
  return levels
    .filter((level) => chosen.severity?.includes(level) ?? true)
    .map((level) => [level, perLevel.get(level) ?? 0]);
}
