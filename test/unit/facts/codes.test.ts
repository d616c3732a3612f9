import { expect } from 'chai';
import {
  affectedCode,
  affectedKnown,
  CodeLimit,
  capacity,
  channelOfWho,
  Dictionary,
  dayCode,
  dayOfWhen,
  districtCode,
  districtOfWhen,
  isWithdrawn,
  monthName,
  monthOfDay,
  packKey,
  packWhen,
  packWho,
  provinceOfShelf,
  rowStatuses,
  severityOfKey,
  shelfCount,
  shelfOf,
  statusOfWho,
  strategyOfKey,
  subPlanOfKey,
  surveyOfWho,
  typeOfWho,
  withStatus,
} from '../../../server/facts/codes.ts';
import {
  compareIds,
  fromId,
  placeOf,
  rowOfPlace,
  shelfOfPlace,
  toId,
} from '../../../server/facts/ids.ts';
import { provinces } from '../../../shared/places/provinces.ts';
import { channels, respondentTypes } from '../../../shared/survey/response.ts';
import { strategies } from '../../../shared/survey/strategies.ts';

describe('codes of the facts', () => {
  it('keep every who word apart, to the last survey', () => {
    const words = new Set<number>();
    for (const survey of [0, 1, 63])
      for (const withdrawn of [false, true])
        for (const type of [null, ...respondentTypes])
          for (const status of rowStatuses)
            for (const channel of channels) {
              const who = packWho({ survey, withdrawn, type, status, channel });
              expect(surveyOfWho(who)).to.equal(survey);
              expect(isWithdrawn(who)).to.equal(withdrawn);
              expect(typeOfWho(who)).to.equal(
                type === null ? 0 : respondentTypes.indexOf(type) + 1,
              );
              expect(rowStatuses[statusOfWho(who)]).to.equal(status);
              expect(channels[channelOfWho(who)]).to.equal(channel);
              expect(who).to.be.within(0, 2 ** 15 - 1);
              words.add(who);
            }
    expect(words.size).to.equal(3 * 2 * 3 * rowStatuses.length * channels.length);
  });

  it('change a status and nothing else', () => {
    const parts = { survey: 63, withdrawn: true, type: 'citizen', channel: 'api' } as const;
    const before = packWho({ ...parts, status: 'received' });

    const after = withStatus(before, rowStatuses.indexOf('gone'));

    expect(after).to.equal(packWho({ ...parts, status: 'gone' }));
  });

  it('keep every issue key apart, to the last sub-plan', () => {
    for (const subPlan of [0, 1, 63])
      for (const [code, strategy] of [null, ...strategies].entries())
        for (const severity of [null, 1, 5])
          for (const affected of [null, 0, 7]) {
            const key = packKey(subPlan, strategy, severity, affected);
            expect(subPlanOfKey(key)).to.equal(subPlan);
            expect(strategyOfKey(key)).to.equal(code);
            expect(severityOfKey(key)).to.equal(severity ?? 0);
            expect(affectedKnown(key)).to.equal(affected !== null);
            expect(key).to.be.within(0, 2 ** 13 - 1);
          }
  });

  it("hold Bangkok's 50th district on the last day", () => {
    const when = packWhen(districtCode('1050'), dayCode('2079-06-05'));

    expect(districtOfWhen(when)).to.equal(50);
    expect(dayOfWhen(when)).to.equal(65_535);
  });

  it('know each province by its own shelf, the last too', () => {
    const shelves = provinces.map(({ code }) => shelfOf(code));

    expect(shelves).to.deep.equal(provinces.map((_, index) => index + 1));
    expect(provinceOfShelf(shelfOf('TH-96'))).to.equal('TH-96');
    expect(shelfCount).to.equal(78);
    expect(shelfOf('TH-97')).to.equal(0);
    expect(provinceOfShelf(0)).to.equal('none');
  });

  it('find the month of any day, leap days included', () => {
    const month = (day: string) => monthName(monthOfDay[dayCode(day)] ?? -1);

    expect(month('1900-01-01')).to.equal('1900-01');
    expect(month('2024-02-29')).to.equal('2024-02');
    expect(month('2024-03-01')).to.equal('2024-03');
    expect(month('2079-06-05')).to.equal('2079-06');
    expect(monthName(monthOfDay[dayCode(null)] ?? -1)).to.equal(null);
  });

  const refused: [string, () => unknown][] = [
    [
      'survey number 64',
      () =>
        packWho({ survey: 64, withdrawn: false, type: null, status: 'received', channel: 'form' }),
    ],
    [
      'a status nobody knows',
      () =>
        packWho({
          survey: 0,
          withdrawn: false,
          type: null,
          status: 'lost' as never,
          channel: 'form',
        }),
    ],
    [
      'a channel nobody knows',
      () =>
        packWho({
          survey: 0,
          withdrawn: false,
          type: null,
          status: 'received',
          channel: 'fax' as never,
        }),
    ],
    ['a sub-plan number 64', () => packKey(64, null, null, null)],
    ['severity 6', () => packKey(0, null, 6, null)],
    ['severity 2.5', () => packKey(0, null, 2.5, null)],
    ['a strategy nobody knows', () => packKey(0, 'roads' as never, null, null)],
    ['district 64', () => districtCode('1064')],
    ['a district that is none', () => districtCode('10xx')],
    ['the day before the first', () => dayCode('1899-12-31')],
    ['the day after the last', () => dayCode('2079-06-06')],
    ['30 February', () => dayCode('2026-02-30')],
    ['a Buddhist year', () => dayCode('2569-11-20')],
    ['text as day', () => dayCode('yesterday')],
    ['2^31 people', () => affectedCode(2 ** 31)],
    ['minus one', () => affectedCode(-1)],
    ['half a person', () => affectedCode(0.5)],
    ['an id that is no UUID', () => toId('7')],
    ['an id in capitals', () => toId('0000000A-0000-4000-8000-000000000000')],
    ['an id with a hyphen astray', () => toId('00000000-00-0-4000-8000-000000000000')],
    ['a row beyond a shelf', () => placeOf(77, 2 ** 25)],
  ];
  for (const [what, pack] of refused) {
    it(`refuse ${what}`, () => {
      expect(pack).to.throw(CodeLimit);
    });
  }

  it('give 64 surveys a code and refuse the 65th', () => {
    const surveys = new Dictionary('survey', capacity.surveys, 0);
    for (let n = 0; n < 64; n++) expect(surveys.code(`s${n}`)).to.equal(n);

    expect(() => surveys.code('s64')).to.throw(CodeLimit, 'survey s64');
    expect(surveys.code('s63')).to.equal(63);
    expect(surveys.find('s64')).to.equal(undefined);
  });

  it('keep code 0 for "none" where there is one', () => {
    const subPlans = new Dictionary('sub-plan', capacity.subPlans, 1);
    for (let n = 1; n < 64; n++) expect(subPlans.code(`p${n}`)).to.equal(n);

    expect(() => subPlans.code('p64')).to.throw(CodeLimit);
    expect(subPlans.value(63)).to.equal('p63');
    expect(subPlans.value(0)).to.equal(undefined);
  });
});

describe('ids of the facts', () => {
  const texts = [
    '00000000-0000-4000-8000-000000000000',
    '7fffffff-ffff-4fff-bfff-ffffffffffff',
    '80000000-0000-4000-8000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '01234567-89ab-cdef-0123-456789abcdef',
  ];

  it('come back as they went in', () => {
    expect(texts.map((text) => fromId(toId(text)))).to.deep.equal(texts);
  });

  it('are in the order of their texts', () => {
    const sorted = texts.map(toId).sort(compareIds).map(fromId);

    expect(sorted).to.deep.equal([...texts].sort());
  });

  it('lead to the last row of the last shelf', () => {
    const place = placeOf(77, 2 ** 25 - 1);

    expect([shelfOfPlace(place), rowOfPlace(place)]).to.deep.equal([77, 2 ** 25 - 1]);
    expect(place).to.be.lessThan(2 ** 32 - 1);
  });
});
