// No text can stop the process: the time of every rule that a stranger's text reaches grows with its length and no faster.
// Every exported rule of shared/text, survey, batch, places, people and of server/http is tried, or says here why it need not be.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { findDuplicateName } from '../../server/http/duplicate-name.ts';
import { parseJson } from '../../server/http/json-body.ts';
import { isPathOf } from '../../server/http/mounted-routes.ts';
import { readPage } from '../../server/http/page.ts';
import { sha256 } from '../../server/responses/sha256.ts';
import { valueKey } from '../../shared/batch/corrections.ts';
import { CsvReader } from '../../shared/batch/csv-reader.ts';
import { detectEncoding } from '../../shared/batch/detect-encoding.ts';
import { FileDecoder } from '../../shared/batch/file-decoder.ts';
import { fileKindOf } from '../../shared/batch/file-kind.ts';
import { findTable } from '../../shared/batch/find-table.ts';
import { headerKey, isHeaderAgain } from '../../shared/batch/header-key.ts';
import { headerSetKey } from '../../shared/batch/header-set.ts';
import { uuidOf } from '../../shared/batch/identity.ts';
import { inspectCsv } from '../../shared/batch/inspect.ts';
import { isBlank } from '../../shared/batch/judge-record.ts';
import { countLineEnds, LineEnds } from '../../shared/batch/line-ends.ts';
import { isColumnField, isMappingTarget, mapColumns } from '../../shared/batch/map-columns.ts';
import { misreadingOf } from '../../shared/batch/mojibake.ts';
import { recogniseHeader } from '../../shared/batch/recognise-header.ts';
import { firstRecords, RecordReader } from '../../shared/batch/record-reader.ts';
import { isRejectHeader, mendedReceipt, originalCells } from '../../shared/batch/reject-columns.ts';
import { safeCell } from '../../shared/batch/row-cells.ts';
import { directionOf } from '../../shared/batch/severity-direction.ts';
import { readSmallTable } from '../../shared/batch/small-table.ts';
import { findOfficeIn } from '../../shared/people/find-office.ts';
import { strengthOf } from '../../shared/people/password-strength.ts';
import { findPeopleColumn, findRole } from '../../shared/people/people-words.ts';
import { readPeopleFile } from '../../shared/people/read-people-file.ts';
import { readCode, showRecoveryCode } from '../../shared/people/second-factor-code.ts';
import { weaknessOf } from '../../shared/people/weak-password.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import { findDistrict } from '../../shared/places/find-district.ts';
import { findProvince } from '../../shared/places/find-province.ts';
import { findScope } from '../../shared/places/find-scope.ts';
import { cap, shown } from '../../shared/survey/check.ts';
import { checkResponse } from '../../shared/survey/check-response.ts';
import {
  findRespondentType,
  findStrategy,
  foldSpelling,
  parseSeverity,
} from '../../shared/survey/coded-values.ts';
import { parsePosition } from '../../shared/survey/coordinates.ts';
import { findStrategyByWord, findSubPlan } from '../../shared/survey/round-words.ts';
import { isValuePointer } from '../../shared/survey/value-pointers.ts';
import { AlikeGroups } from '../../shared/text/alike.ts';
import { canonicalJson } from '../../shared/text/canonical-json.ts';
import { findCards } from '../../shared/text/cards.ts';
import { withoutClock } from '../../shared/text/clock.ts';
import { findContacts } from '../../shared/text/contacts.ts';
import { narrow, withoutMarkers } from '../../shared/text/cut.ts';
import { orderWritten } from '../../shared/text/date-order.ts';
import { parseDay } from '../../shared/text/dates.ts';
import { couldRun, csvCell, csvLine, isFormulaLike } from '../../shared/text/formula.ts';
import { findByKeyword } from '../../shared/text/keyword-numbers.ts';
import { monthOf } from '../../shared/text/months.ts';
import { findIds } from '../../shared/text/national-ids.ts';
import { isNoAnswer } from '../../shared/text/no-answer.ts';
import { parseNumber, parsePeople } from '../../shared/text/numbers.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { findPhones } from '../../shared/text/phones.ts';
import { hasPossibleName } from '../../shared/text/possible-names.ts';
import { findProfiles } from '../../shared/text/profiles.ts';
import { findSpokenEmails } from '../../shared/text/spoken-emails.ts';
import {
  cleanText,
  compareThai,
  countCodePoints,
  normaliseLine,
  normaliseText,
  toWesternDigits,
} from '../../shared/text/thai.ts';
import { typedPart } from '../../shared/text/typed-part.ts';
import {
  constantOf,
  isDamaged,
  isSpreadsheetError,
  withoutWrappers,
} from '../../shared/text/wrappers.ts';
import { context, definition, issue, raw } from './shared/response-to-check.ts';

const today = '2026-11-23';
const bytes = (text: string) => new TextEncoder().encode(text);
const subPlans = [
  {
    id: 'p1',
    strategy: 'society',
    code: '1.1',
    nameTh: 'แผน',
    nameEn: 'Plan',
    words: ['แผนงาน'],
    state: 'active',
  },
] as const;

/** what each text reaches; a refusal is an answer like any other */
const rules: Readonly<Record<string, (text: string) => unknown>> = {
  // shared/text
  canonicalJson: (text) => canonicalJson({ [text]: text }),
  findCards,
  findContacts,
  withoutMarkers,
  narrow,
  parseDay: (text) => parseDay(text, today),
  withoutClock,
  withoutWrappers,
  constantOf,
  isSpreadsheetError,
  isDamaged,
  orderWritten,
  couldRun,
  isFormulaLike,
  csvCell: (text) => csvCell(text),
  csvLine: (text) => csvLine([text, text]),
  findByKeyword,
  monthOf,
  findIds,
  isNoAnswer,
  parsePeople,
  parseNumber,
  removePersonalData,
  findPhones,
  hasPossibleName,
  findProfiles,
  findSpokenEmails,
  cleanText,
  normaliseText,
  normaliseLine,
  toWesternDigits,
  compareThai: (text) => compareThai(text, `${text}x`),
  countCodePoints,
  // shared/survey
  checkResponse: (text) =>
    checkResponse(
      definition,
      {
        ...raw,
        day: text,
        place: { province: text, district: text, subdistrict: text },
        respondent: { type: text },
        issues: [{ ...issue, title: text, strategy: text, severity: text, affected: text }],
        answers: { [text.slice(0, 200)]: text },
      },
      context,
    ),
  shown,
  cap: (text) => cap(text, 60),
  findRespondentType,
  findStrategy,
  findSubPlan: (text) => findSubPlan(text, subPlans),
  AlikeGroups: (text) => new AlikeGroups().add(text),
  typedPart: (text) => typedPart(text, text),
  findStrategyByWord: (text) => findStrategyByWord(text, [{ id: 'trust', words: ['โกง'] }]),
  foldSpelling,
  parseSeverity: (text) => parseSeverity(text, '5-is-most'),
  parsePosition: (text) => parsePosition({ lat: text, lng: text, accuracy: text, text }),
  // shared/places
  findProvince,
  findScope,
  findDistrict: (text) => findDistrict(text, districtsOf('TH-50')),
  // shared/batch
  CsvReader: (text) => {
    const reader = new CsvReader();
    return [...reader.push(bytes(`จังหวัด,ปัญหา\n${text}`)), ...reader.end()];
  },
  detectEncoding: (text) => detectEncoding(bytes(text), true),
  FileDecoder: (text) => new FileDecoder().push(bytes(text), true),
  fileKindOf: (text) => fileKindOf(bytes(text)),
  findTable: (text) => findTable(text.slice(0, 64 * 1024), true, {}),
  headerKey,
  headerSetKey: (text) => headerSetKey([text], sha256),
  isHeaderAgain: (text) => isHeaderAgain([text], ['จังหวัด']),
  uuidOf,
  inspectCsv: (text) => inspectCsv(bytes(`จังหวัด,ปัญหา\n${text}`), false),
  isBlank: (text) => isBlank([text]),
  LineEnds: (text) => new LineEnds().push(text, true),
  countLineEnds,
  isMappingTarget,
  isColumnField,
  safeCell,
  valueKey,
  mapColumns: (text) => mapColumns([text, 'จังหวัด', 'ปัญหา'], {}),
  misreadingOf,
  recogniseHeader: (text) => recogniseHeader(text),
  RecordReader: (text) => new RecordReader(',').push(text, true),
  isValuePointer: (text) => isValuePointer(`/issues/${text}`, 20, [{ pointer: text }]),
  firstRecords: (text) => firstRecords(text, ',', true, 20),
  originalCells: (text) => originalCells([])([text]),
  isRejectHeader,
  mendedReceipt: (text) => mendedReceipt([text], text),
  directionOf,
  // shared/people
  readCode,
  showRecoveryCode,
  readPeopleFile: (text) => readPeopleFile(bytes(`username,name\n${text}`)),
  readSmallTable: (text) =>
    readSmallTable(bytes(`code\n${text}`), { find: () => 'code', needed: 'code', most: 20 }),
  findOfficeIn: (text) => findOfficeIn([], text),
  findPeopleColumn,
  findRole,
  strengthOf: (text) => strengthOf(text, 'somchai'),
  weaknessOf: (text) => weaknessOf(text, 'somchai'),
  // server/http
  findDuplicateName: (text) => findDuplicateName(`{${JSON.stringify(text)}:1}`),
  parseJson,
  isPathOf: (text) => isPathOf('/api/surveys/:survey', text),
  readPage: (text) => readPage({ limit: text, after: text }),
};

/** why the others need not be tried */
const without: Readonly<Record<string, readonly string[]>> = {
  'takes days, numbers or codes, no text':
    'similarProvinces polygonsOf regionBorders newRound hasSubPlans isNamedSubPlan namedSubPlans countsFrom judgeRound outcomeOf waitingFor waitsFor whyNotOpen firstInstantOf roundEndOf firstDayOf finalDayOf roundDifferences formatMonth allLabels allNames hintIn inMembers labelIn nameIn answerKeyOf areaOf onlyProvince RowTally districtsOf placeLine provinceByCode provincesInRegion isScopeWithin isKnownScope notFound isCalendarDay toIsoDay fromDayNumber toDayNumber lastDayOf passesCheck formatDay bangkokDay rejectHeaders limitText rangeWords provincesOf isInScope countBytes looksLike874 byteIn874 byteInLatin1 utf16Of hexOf'.split(
      ' ',
    ),
  'is a step of a rule above, tried there':
    'checkPhotos meansMoreIn874 orderOfDates mixedOrder lookAtFirst FirstRecords tidyKey tidyCell isKept checkIssueId isIssueId positionId readMany readOne readYesNo readAffected readRespondentType readSeverity readStrategy readSubPlan readDate readDay readNumber readDistrict readPosition readProvince readText refuseMisread Repairer provinceFinder provincesBesideCodes cutOut checkAnswers checkPart hasError report fieldsOf idCellOf asIs safeOf keepAnswers reportPersonal parseDate checkRange keepText judgeRecord looksLikeTotal judgeRow settleIdentity identify settled conflict valuesAsStored cellsOf shapelessCells toRawResponse columnOf safeValue remembering strictDecoder firstRows inspectionOf'.split(
      ' ',
    ),
  'looks at a header and the first cells under it, a bounded piece of each':
    'RowMender birthWord isIncidentDay cellsBearOut claimColumn guessOf genericClaims isForbidden headerMismatch headerClaims headerWords holdsWord isLatin ownExport withoutOurQuote shownCell MergedCells namedResponse withoutDetails CorrectedRows isSaidBefore holdsSomething saidIn namesSaid'.split(
      ' ',
    ),
  'works on what the rules have checked already':
    'toCorrections toSentCorrections countCorrections toBase64Url answerText optionNames completed keyOf extraQuestions questionAt givenAgain withoutWords saidWords passesIssue valueAt putAt digestOf hashOf hashOfRow plainPosition violationWords exportColumns fieldsIn fieldAt cellPointer columnName answerColumns valuePointers FileRefused SeenRows KnownReadings Tally toPath oncePerTable issueIdAt issueIds'.split(
      ' ',
    ),
  'looks at records that were read, a person each': ['judgePerson', 'mayManage', 'rolesToGive'],
  'frames requests and answers, or has them read by a process of its own':
    'Limits counterOf limitsOf networkOf tooMany closing PageOf routeOf meterOf endedRequest Reply accepted created nothing notModified endpoint readJson readFileBody readBytes orCsv firstSheet OneAtATime bookFile compress writeText createLog giveLog requestLog methodNotAllowed mountedRoutes may writeParts Problem problem problemWriter securityHeaders sameOrigin staticFiles isBuilt inTime'.split(
      ' ',
    ),
};

const repeated = (unit: string) => (length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const families = {
  'one letter': repeated('a'),
  'one Thai letter': repeated('ก'),
  spaces: repeated(' '),
  'spaces before a letter': (length) => `${' '.repeat(length - 1)}x`,
  colons: repeated(':'),
  'colons before a letter': (length) => `${':'.repeat(length - 1)}x`,
  quotes: repeated('"'),
  'escaped quotes': (length) => `"${'\\"'.repeat(length / 2)}`,
  backslashes: repeated('\\'),
  digits: repeated('1'),
  'digits and signs': repeated('1-'),
  'digits and spaces': repeated('1 '),
  'marks of other scripts': (length) =>
    `a${'\u0301'.repeat(length / 2)}${'\u0323'.repeat(length / 2)}`,
  'Thai vowels and tones': repeated('ี่ํ้'),
  'sara am and tones': repeated('ำ่'),
  joiners: repeated('\u200d'),
  'at signs': repeated('a@'),
  dots: repeated('a.'),
  'domains without an end': (length) => `@${'a.'.repeat(length / 2)}1`,
  brackets: repeated('('),
  'open lists': repeated('['),
  'open objects': repeated('{"a":'),
  'lines and spaces': repeated(' \n'),
  'commas and quotes': repeated(',"'),
  honorifics: repeated('นายกก '),
  keywords: repeated('โทร 8บัญชี1ไลน์ '),
  phones: repeated('081-'),
  ids: repeated('1-2345-67890-12-'),
  links: repeated('x.com/'),
  'spoken addresses': repeated('แอทจีเมลดอท'),
  'forced texts': (length) => `="${'" &amp'.repeat(length / 6)}x`,
} satisfies Record<string, (length: number) => string>;

const shortest = 4096;
/** each step is eight times as long */
const step = 8;
const steps = 2;
/** the longest record or body there is */
const longest = 1024 * 1024;
/** quick enough whatever its shape */
const nothing = 40;
/** 2.6 for each doubling; a square would be 64 */
const mostGrowth = 2.6 ** 3;

/** Milliseconds of the processor, since the machine may be busy with others. */
function timeOf(rule: (text: string) => unknown, text: string): number {
  const started = process.cpuUsage();
  try {
    rule(text);
  } catch {
    // refused: that took its time too
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** What is said of the first step whose time grew faster than its text; empty when none did. */
function costOf(rule: (text: string) => unknown, family: (length: number) => string): string {
  const lengths = Array.from({ length: steps }, (_, at) => shortest * step ** (at + 1));
  for (const length of lengths) {
    const text = family(length);
    let now = timeOf(rule, text);
    if (now < nothing) continue;
    const eighth = family(length / step);
    let before = timeOf(rule, eighth);
    // what else goes on only ever adds
    for (let again = 0; again < 5 && now > before * mostGrowth; again++) {
      before = Math.max(before, timeOf(rule, eighth), 0.2);
      now = Math.min(now, timeOf(rule, text));
    }
    if (now > before * mostGrowth)
      return `${length} characters: ${now.toFixed(0)} ms, an eighth of them ${before.toFixed(1)} ms`;
  }
  return '';
}

/** those that cost a file's reader most */
const worst = ['sara am and tones', 'lines and spaces', 'quotes', 'commas and quotes'] as const;

describe('the cost of a text', () => {
  const folders = ['text', 'survey', 'batch', 'places', 'people']
    .map((folder) => `shared/${folder}`)
    .concat('server/http');

  it('is known of every exported rule', async () => {
    const known = new Set([...Object.keys(rules), ...Object.values(without).flat()]);
    const missing: string[] = [];
    for (const folder of folders)
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/(?<!\.d)\.ts$/.test(file)) continue;
        const path = join(process.cwd(), folder, file);
        for (const [name, value] of Object.entries(await import(path)))
          if (typeof value === 'function' && !known.has(name))
            missing.push(`${folder}/${file}: ${name}`);
      }
    expect(missing, 'add it to the rules, or say why it need not be tried').to.deep.equal([]);
  });

  for (const [name, rule] of Object.entries(rules))
    it(`of ${name} grows with its length and no faster`, () => {
      const slow = Object.entries(families).flatMap(([family, make]) => {
        const cost = costOf(rule, make);
        return cost === '' ? [] : [`${family}: ${cost}`];
      });
      expect(slow).to.deep.equal([]);
    }).timeout(120_000);

  it('of the longest record and the longest body is small', () => {
    const slow = worst.flatMap((family) =>
      (['CsvReader', 'parseJson'] as const).flatMap((name) => {
        const ms = timeOf(rules[name] ?? (() => undefined), families[family](longest));
        return ms > 5000 ? [`${name} of ${family}: ${ms.toFixed(0)} ms`] : [];
      }),
    );
    expect(slow).to.deep.equal([]);
  }).timeout(120_000);
});
