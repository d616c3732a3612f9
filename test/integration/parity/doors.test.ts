// One rule, four doors: the same cases through the form's check, the API, a CSV file and the re-check give the same
// violations and the same stored values.
import { expect } from 'chai';
import { checkForm } from '../../../client/pages/collect/form-check.ts';
import { fieldId } from '../../../client/pages/collect/form-layout.ts';
import { toRaw as asSent } from '../../../client/pages/collect/form-values.ts';
import { recheckOne } from '../../../server/review/recheck.ts';
import { readSurvey } from '../../../server/surveys/read-survey.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import type { Violation } from '../../../shared/survey/violation.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { newId } from '../../support/build.ts';
import { sendFile } from '../../support/send-file.ts';
import { cases, plain, toCsv, toForm, toRaw } from './cases.ts';

/** said by the form in its own way, or seen in the line that shows what was understood */
const shownElsewhere = new Set(['date-missing', 'severity-missing', 'affected-approximate']);
const codes = (violations: readonly { code: string }[]) =>
  violations.map(({ code }) => code).sort();
const isError = ({ level }: Pick<Violation, 'level'>) => level === 'error';
/** what was said, without where it came from */
const said = (response: Pick<Response, 'day' | 'place' | 'respondent' | 'issues'>) => {
  const { day, place, respondent, issues } = response;
  return { day, place, respondent, issues };
};

describe('one rule, four doors', () => {
  let app: TestApp;
  let admin: Person;
  const today = bangkokDay(new Date());
  const put = (body: unknown, id = newId()) =>
    admin.put(`/api/surveys/2569/responses/${id}`, body).then((answer) => ({ ...answer, id }));
  const stored = async (id: string) => (await admin.get(`/api/surveys/2569/responses/${id}`)).body;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  for (const [what, over] of cases) {
    const cells = { ...plain, ...over };

    it(`the API, a file and the re-check agree about ${what}`, async () => {
      const survey = await readSurvey(app.context, '2569');
      const api = await put(toRaw(cells));
      const accepted = api.status === 201;
      const batch = await sendFile(admin, toCsv(cells));
      expect(batch.status, batch.text).to.equal(201);
      const [row] = (await admin.get(`/api/surveys/2569/batches/${batch.body.id}/rows`)).body.items;
      expect(row.outcome).to.equal(accepted ? 'accept' : 'reject');
      const { violations } = api.body;
      // a rejected row carries its errors, the answer to a response also what is to be remarked
      expect(codes(row.violations)).to.deep.equal(
        codes(accepted ? violations : violations.filter(isError)),
      );
      if (!accepted) return;
      expect(said(await stored(row.responseId))).to.deep.equal(said(await stored(api.id)));
      for (const response of await app.models.responses.find({}).lean()) {
        expect(recheckOne(survey, response, today)).to.equal(undefined);
      }
    });

    it(`the form says the same about ${what}, and what it sends is stored the same`, async () => {
      const survey = await readSurvey(app.context, '2569');
      const values = toForm(cells);
      const form = checkForm(survey, values, { today, districts: districtsOf });
      const asTyped = await put(asSent(values, survey.version));
      const { violations } = asTyped.body as { violations: Violation[] };
      const place = ({ pointer, code }: Violation) => `${fieldId(pointer, values)} ${code}`;
      const errors = form.errors.flatMap(({ field, says }) =>
        // asked for by the form alone
        says.code === 'answer-missing' ? [] : [`${field} ${says.code}`],
      );
      // one a field, in the order of the page
      const expected = new Map(
        violations
          .filter(isError)
          .toReversed()
          .map((error) => [fieldId(error.pointer, values), place(error)]),
      );
      expect(errors).to.have.members([...expected.values()]);
      const warnings = [...form.warnings].flatMap(([field, list]) =>
        list.map(({ code }) => `${field} ${code}`),
      );
      const remarks = violations.filter((one) => !isError(one) && !shownElsewhere.has(one.code));
      expect(warnings).to.have.members(remarks.map(place));
      const sent = await put(form.safe);
      expect(sent.status).to.equal(asTyped.status);
      if (sent.status !== 201) return;
      expect(said(await stored(sent.id))).to.deep.equal(said(await stored(asTyped.id)));
    });
  }
});
