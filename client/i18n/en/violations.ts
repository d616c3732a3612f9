import { rangeWords } from '../../../shared/survey/range-words.ts';
import type { Messages } from '../messages.ts';

const quoted = (value: unknown, otherwise: string) =>
  typeof value === 'string' || typeof value === 'number' ? `“${value}”` : otherwise;

export const violations: Messages['violations'] = {
  titles: {
    'missing-province': 'No province',
    'unknown-province': 'Unknown province',
    'ambiguous-province': 'Could be several provinces',
    'missing-title': 'No problem given',
    'text-too-long': 'Text too long',
    'id-conflict': 'Same id, different content',
    'invalid-date': 'Not a valid date',
    'date-in-future': 'Date after today',
    'severity-out-of-range': 'Severity not within 1–5',
    'severity-invalid': 'Severity cannot be read',
    'column-count': 'Number of cells differs from the header',
    'unterminated-quote': 'A quotation mark is never closed',
    'issues-count': 'There must be 1 to 20 problems',
    'outside-scope': 'Outside your area',
    'wrong-type': 'Wrong kind of value',
    'unknown-field': 'Unknown field',
    'answer-missing': 'A required answer is missing',
    'not-an-option': 'None of the answers to choose from',
    'not-a-number': 'Not a number',
    'out-of-range': 'Outside the limits',
    'photos-count': 'More photos than a problem can have',
    'issue-id-invalid': 'Id of a problem used twice or not allowed',
    'question-unknown': 'Answers to questions that this survey does not ask',
    'date-missing': 'No date',
    'severity-missing': 'No severity',
    'respondent-type-unknown': 'Agency or citizen: unknown',
    'strategy-unknown': 'No strategy area recognised',
    'sub-plan-unknown': 'Unknown sub-plan',
    'short-row': 'Row shorter than the header',
    'date-two-digit-year': 'Two-digit year',
    'date-serial-be': 'Excel serial date',
    'date-long-ago': 'Date long before this survey',
    'date-implausible': 'Date too long ago to be the survey’s',
    'affected-approximate': 'Number of people is approximate',
    'affected-unit': 'Number does not count people',
    'affected-range': 'Number of people is a range',
    'affected-invalid': 'Number of people cannot be read',
    'pii-national-id': 'National ID number removed',
    'pii-phone': 'Phone number removed',
    'pii-email': 'E-mail address removed',
    'pii-line': 'LINE ID removed',
    'pii-account': 'Account number removed',
    'pii-profile': 'Link to a profile removed',
    'pii-possible-name': 'May contain a person’s name',
    'juristic-id': 'Looks like a company number',
    'province-spelling': 'Province read from a similar spelling',
    'district-unknown': 'No such district in the province',
    'formula-like': 'Text begins like a formula',
    'spreadsheet-error': 'Error value of a spreadsheet',
    'damaged-text': 'Text with damaged characters',
    'title-no-words': 'Title without words',
    'control-characters': 'Invisible control characters removed',
    'coordinates-swapped': 'Latitude and longitude swapped back',
    'coordinates-outside': 'Position outside Thailand',
    duplicate: 'Duplicate row',
    'total-row': 'Total row',
    'note-row': 'Note row',
    'header-repeated': 'Header repeated',
    erased: 'Words erased before',
    'left-out': 'Left out by the sender',
    'all-or-nothing': 'Not stored, since other rows must be fixed',
  },
  texts: {
    'missing-province': () => 'Choose a province',
    'unknown-province': (p) => `${quoted(p.value, 'This')} matches none of the 77 provinces`,
    'ambiguous-province': (p) =>
      `${quoted(p.value, 'This')} could be several provinces. Choose one`,
    'missing-title': (p) =>
      `Enter the problem, for example “telemedicine picture freezes”${p.value ? '; a row of somebody who has none can stay out' : ''}`,
    'text-too-long': (p) => `Longer than ${p.max ?? p.limit ?? 'allowed'} characters. Shorten it`,
    'id-conflict': () =>
      'This id is stored already with different content. Check the id in this row',
    'invalid-date': (p) =>
      p.readsAs
        ? `${quoted(p.value, 'This')} has day and month in another order than the column is read in. Write them in one order`
        : `${quoted(p.value, 'This')} is not a day of the calendar. Check day, month and year`,
    'date-in-future': () => 'The survey date is after today. Check day, month and year',
    'severity-out-of-range': (p) => `${quoted(p.value, 'This')} is not within 1 to 5`,
    'severity-invalid': (p) => `${quoted(p.value, 'This')} is not a severity. Use 1 to 5`,
    'column-count': () =>
      'The row has more or fewer cells than the header. Check commas in the text',
    'unterminated-quote': () =>
      'A quotation mark is opened and never closed; what follows cannot be read',
    'outside-scope': () => 'This province is outside the area of this account',
    'answer-missing': () => 'Answer this question',
    'not-an-option': (p) => `${quoted(p.value, 'This')} is none of the answers to this question`,
    'not-a-number': (p) => `${quoted(p.value, 'This')} is not a number. Enter digits only`,
    'out-of-range': (p) => `This ${rangeWords(p, 'en')}`,
    'question-unknown': () =>
      'Answers to questions that this survey does not ask are kept as they are',
    'date-missing': () => 'No date; stored without one',
    'severity-missing': () => 'No severity; stored as “not given”',
    'respondent-type-unknown': (p) =>
      `${quoted(p.value, 'This')} is neither agency nor citizen; the text is kept`,
    'strategy-unknown': (p) =>
      `${quoted(p.value, 'This')} is no known strategy area; the text is kept`,
    'sub-plan-unknown': (p) => `${quoted(p.value, 'This')} is no known sub-plan; the text is kept`,
    'short-row': () => 'The row is shorter than the header; missing cells are stored as empty',
    'date-two-digit-year': (p) =>
      `The year in ${quoted(p.value, 'the date')} has two digits; check that it was read as the right one`,
    'date-serial-be': () => 'The Excel serial date was read as a Buddhist year',
    'date-long-ago': () =>
      'The date lies before the survey opened, or more than 3 years ago; it is kept. Check the year',
    'date-implausible': (p) =>
      `${quoted(p.value, 'This')} is more than 20 years ago, so the year looks mistyped; stored without a date`,
    'affected-approximate': (p) => `${quoted(p.value, 'This')} is approximate; the number is kept`,
    'affected-unit': (p) =>
      `${quoted(p.value, 'This')} does not count people; the number is dropped`,
    'affected-range': (p) => `${quoted(p.value, 'This')} is a range; the number is dropped`,
    'affected-invalid': (p) =>
      `${quoted(p.value, 'This')} is not a number of people; it is dropped`,
    'pii-national-id': () => 'A national ID number was found in the text and removed before saving',
    'pii-phone': () => 'A phone number was found in the text and removed before saving',
    'pii-email': () => 'An e-mail address was found in the text and removed before saving',
    'pii-line': () => 'A LINE ID was found in the text and removed before saving',
    'pii-account': () => 'An account number was found in the text and removed before saving',
    'pii-profile': () =>
      'A link to somebody’s profile was found in the text and removed before saving',
    'pii-possible-name': () => 'The text may contain a person’s name; have somebody look at it',
    'juristic-id': () =>
      'A 13-digit number looks like a company’s; it is kept for somebody to look at',
    'district-unknown': (p) =>
      `${quoted(p.value, 'This')} is no district of this province; the text is kept`,
    'formula-like': () => 'The text begins with = + - or @; it is kept as text, not as a formula',
    'spreadsheet-error': () =>
      'The cell holds an error value of a spreadsheet, such as #N/A; it is stored as empty',
    'damaged-text': () =>
      'Some characters were damaged before the text came here (�); it is kept as it is. Compare it with the original',
    'title-no-words': () =>
      'The title is a number or a word such as TRUE; it is kept. Look whether this is the column of the titles',
    'coordinates-outside': () => 'The position is outside Thailand and was dropped',
  },
};
