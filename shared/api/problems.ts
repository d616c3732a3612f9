// Every way a request can fail, one line each (RFC 9457). `type` on the wire is `/problems/<name>`.
export const problemTypes = {
  unreadable: { status: 400, title: 'The request could not be read' },
  'signed-out': { status: 401, title: 'Sign in first' },
  'second-factor-needed': { status: 401, title: 'A code is needed as well' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'password-wrong': { status: 403, title: 'That is not your password' },
  'second-factor-wrong': { status: 403, title: 'That is not the code' },
  'passwords-off': { status: 403, title: 'Sign in by the service of your organisation' },
  'second-factor-required': { status: 403, title: 'Set up a second factor first' },
  'proof-needed': { status: 403, title: 'Show that it is still you' },
  'own-response': { status: 403, title: 'Somebody else approves what you sent' },
  'own-decision': { status: 403, title: 'Somebody else gives the second decision' },
  'national-decision': { status: 403, title: 'The next decision is the national one' },
  'not-found': { status: 404, title: 'Nothing here' },
  'method-not-allowed': { status: 405, title: 'Not this method here' },
  'too-slow': { status: 408, title: 'The request took too long to arrive' },
  'response-differs': { status: 409, title: 'Another response is stored under this id' },
  'survey-closed': { status: 409, title: 'This survey is not open' },
  'batch-loading': { status: 409, title: 'This batch is being loaded already' },
  'batch-differs': { status: 409, title: 'Another file is stored under this batch id' },
  'batch-state': { status: 409, title: 'Not from the state that the batch is in' },
  'rows-approved': { status: 409, title: 'Some of it is approved already' },
  'response-withdrawn': { status: 409, title: 'This response is withdrawn' },
  'person-exists': { status: 409, title: 'Somebody has this user name already' },
  'person-changed': { status: 409, title: 'Somebody changed this person before you' },
  'person-disabled': { status: 409, title: 'This person is disabled' },
  'last-administrator': { status: 409, title: 'There would be no administrator left' },
  'office-exists': { status: 409, title: 'There is an office of this id already' },
  'office-changed': { status: 409, title: 'Somebody changed this office before you' },
  'office-used': { status: 409, title: 'People belong to this office' },
  'round-exists': { status: 409, title: 'There is a round of this id already' },
  'round-changed': { status: 409, title: 'Somebody changed this round before you' },
  'round-state': { status: 409, title: 'Not from the state that the round is in' },
  'second-factor-unavailable': { status: 409, title: 'No second factor can be set up here' },
  'revision-stale': { status: 409, title: 'This is not the revision to be changed' },
  'response-erased': { status: 409, title: 'The words of this response were erased' },
  'decision-conflict': { status: 409, title: 'Somebody changed this response before you' },
  'selection-changed': { status: 409, title: 'Not as many responses as you expected' },
  'invitation-over': { status: 410, title: 'This invitation is over' },
  'second-factor-over': { status: 410, title: 'Setting up took too long' },
  'too-large': { status: 413, title: 'Too large' },
  'wrong-media-type': { status: 415, title: 'Not a format that is read here' },
  'photo-invalid': { status: 422, title: 'This photo cannot be stored' },
  'response-invalid': { status: 422, title: 'The response breaks rules of the survey' },
  'password-weak': { status: 422, title: 'This password is easy to guess' },
  'person-invalid': { status: 422, title: 'This person cannot be stored so' },
  'people-invalid': { status: 422, title: 'Some rows are wrong, so nobody was added' },
  'office-invalid': { status: 422, title: 'This office cannot be stored so' },
  'round-invalid': { status: 422, title: 'This round cannot be published so' },
  'token-invalid': { status: 422, title: 'Such a token is not given out' },
  'reason-needed': { status: 422, title: 'A reason is needed' },
  'selection-too-large': { status: 422, title: 'Too many responses for one decision' },
  'mapping-needed': { status: 422, title: 'Say which column is which' },
  'not-text': { status: 422, title: 'The file is not a text table' },
  'unknown-encoding': { status: 422, title: 'The characters of the file could not be read' },
  'no-header': { status: 422, title: 'No row of column names was found' },
  'header-mismatch': { status: 422, title: 'The rows are shorter than the header' },
  'empty-file': { status: 422, title: 'There is nothing in the file' },
  'too-many-columns': { status: 422, title: 'Too many columns' },
  'changes-to-decide': { status: 422, title: 'Some rows change what is stored' },
  'all-or-nothing': { status: 422, title: 'Some rows break rules, so none was stored' },
  'too-many-tries': { status: 429, title: 'Too many tries' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'Something went wrong here' },
  'not-ready': { status: 503, title: 'Not ready yet' },
  'storage-full': { status: 503, title: 'There is no room to store this at the moment' },
  'storage-damaged': { status: 503, title: 'A part of the database is damaged' },
  'storage-unavailable': { status: 503, title: 'The database does not answer' },
} as const;

export type ProblemType = keyof typeof problemTypes;

/** problem details as they stand on the wire; the extra members depend on the type */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** the request's id, also in the log */
  readonly instance: string;
  readonly [extension: string]: unknown;
}
