// Every URL of the API in one object. The router's patterns are made by passing `:survey` and `:id`.
export const paths = {
  session: () => '/api/session',
  surveys: () => '/api/surveys',
  survey: (survey: string) => `/api/surveys/${survey}`,
  responses: (survey: string) => `/api/surveys/${survey}/responses`,
  response: (survey: string, id: string) => `/api/surveys/${survey}/responses/${id}`,
  responsesCsv: (survey: string) => `/api/surveys/${survey}/responses.csv`,
  decisions: (survey: string, id: string) => `/api/surveys/${survey}/responses/${id}/decisions`,
  batches: (survey: string) => `/api/surveys/${survey}/batches`,
  batch: (survey: string, id: string) => `/api/surveys/${survey}/batches/${id}`,
  batchRows: (survey: string, id: string) => `/api/surveys/${survey}/batches/${id}/rows`,
  batchRejects: (survey: string, id: string) => `/api/surveys/${survey}/batches/${id}/rejects.csv`,
  figures: (survey: string) => `/api/surveys/${survey}/figures`,
  /** server-sent events: one `change` each time figures may have changed, at most two a second */
  figureChanges: (survey: string) => `/api/surveys/${survey}/figures/changes`,
  recheck: (survey: string) => `/api/surveys/${survey}/recheck`,
  openapi: () => '/api/openapi.json',
} as const;
