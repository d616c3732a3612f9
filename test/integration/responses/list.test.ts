import { expect } from 'chai';
import Papa from 'papaparse';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';

const all = '/api/surveys/2569/responses';

describe('GET /api/surveys/:survey/responses', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
    for (let i = 0; i < 23; i++) {
      const province = i % 3 === 0 ? 'TH-40' : 'TH-50';
      const issues = [
        anIssue({
          title: `เรื่องที่ ${i}`,
          strategy: i % 2 ? 'trust' : 'society',
          severity: (i % 5) + 1,
        }),
      ];
      await admin.put(
        `${all}/${newId()}`,
        aResponse({
          place: { province },
          issues,
          day: `2026-10-${String(i + 1).padStart(2, '0')}`,
        }),
      );
    }
  });
  after(() => app.close());

  it('lists newest first, page by page, each once', async () => {
    const titles: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await admin.get(
        `${all}?limit=5${next ? `&after=${encodeURIComponent(next)}` : ''}`,
      );
      expect(body.total).to.equal(23);
      titles.push(...body.items.map((item: any) => item.issues[0].title));
      next = body.next;
    }

    expect(titles).to.deep.equal(Array.from({ length: 23 }, (_, i) => `เรื่องที่ ${22 - i}`));
  });

  it('takes the filters of figures, and its total is the figure', async () => {
    const query = 'province=TH-40&strategy=trust&from=2026-10-02&to=2026-10-20';

    const { body } = await admin.get(`${all}?${query}`);
    const { strip } = (await admin.get(`/api/surveys/2569/figures?${query}`)).body;

    expect(body.total).to.equal(3);
    expect(strip.responses).to.equal(3);
    expect(
      body.items.every(
        (item: any) => item.place.province === 'TH-40' && item.issues[0].strategy === 'trust',
      ),
    ).to.equal(true);
  });

  for (const query of [
    'colour=red',
    'province=TH-99',
    'limit=0',
    'limit=x',
    'after=nonsense',
    'from=2026-02-30',
    'severity=7',
  ]) {
    it(`answers 400 naming what is wrong in ?${query}`, async () => {
      const answer = await admin.get(`${all}?${query}`);

      expect(answer.status, answer.text).to.equal(400);
      expect(answer.body.type).to.equal('/problems/unreadable');
      expect(answer.text).to.include(query.split('=')[0]);
    });
  }

  it('exports one line an issue, with BOM and CRLF, formulas neutralised', async () => {
    const id = newId();
    const issues = [
      anIssue({ title: '=HYPERLINK("http://example.invalid","กด")', detail: null }),
      anIssue({ detail: 'บรรทัด\nสอง, "คำพูด"', suggestion: '=ขยาย โทร 089-000-0000' }),
    ];
    await admin.put(`${all}/${id}`, aResponse({ place: { province: 'TH-21' }, issues }));

    const answer = await admin.send('GET', `${all}.csv?province=TH-21`);
    const bytes = new Uint8Array(
      await (
        await fetch(`${app.url}${all}.csv?province=TH-21`, {
          headers: { authorization: `Bearer ${admin.token}` },
        })
      ).arrayBuffer(),
    );

    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(answer.text).to.include('\r\n');
    const rows = Papa.parse<Record<string, string>>(answer.text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows[0]?.title).to.equal(`'=HYPERLINK("http://example.invalid","กด")`);
    expect(rows[1]?.detail).to.equal('บรรทัด\nสอง, "คำพูด"');
    expect(rows.map((row) => row.suggestion)).to.deep.equal(['', "'=ขยาย โทร [เบอร์โทร]"]);
    expect(rows.map((row) => row.response_id)).to.deep.equal([id, id]);
  });

  it('exports as many lines as the number says, when only some issues of a response are meant', async () => {
    const issues = [
      anIssue({ strategy: 'economy', severity: 2 }),
      anIssue({ strategy: 'trust', severity: 5, title: 'เพจปลอม' }),
      anIssue({ strategy: null, severity: null }),
    ];
    await admin.put(`${all}/${newId()}`, aResponse({ place: { province: 'TH-22' }, issues }));

    for (const query of ['strategy=trust', 'strategy=none', 'severity=2,5', 'severity=none', '']) {
      const { text } = await admin.get(`${all}.csv?province=TH-22&${query}`);
      const { strip } = (await admin.get(`/api/surveys/2569/figures?province=TH-22&${query}`)).body;
      const rows = Papa.parse(text, { header: true, skipEmptyLines: true }).data;
      expect(rows, query).to.have.length(strip.issues);
    }
  });

  it('cuts a page of large responses by its bytes, and exports them all', async () => {
    const issues = Array.from({ length: 20 }, (_, i) =>
      anIssue({ title: `ยาว ${i}`, detail: 'ก'.repeat(9000) }),
    );
    for (let i = 0; i < 4; i++) {
      const sent = await admin.put(
        `${all}/${newId()}`,
        aResponse({ place: { province: 'TH-13' }, issues }),
      );
      expect(sent.status, sent.text).to.equal(201);
    }
    const seen: string[] = [];
    let after = '';
    do {
      const page = await admin.get(`${all}?province=TH-13&limit=50${after}`);
      expect(Buffer.byteLength(page.text)).to.be.below(1_500_000);
      expect(page.body.total).to.equal(4);
      seen.push(...page.body.items.map(({ id }: any) => id));
      after = page.body.next ? `&after=${page.body.next}` : '';
    } while (after);
    expect(new Set(seen).size).to.equal(4);
    expect(seen).to.have.length(4);
    const { text } = await admin.get(`${all}.csv?province=TH-13`);
    expect(Papa.parse(text, { header: true, skipEmptyLines: true }).data).to.have.length(80);
  });
});
