// Which responses are meant by “waiting for review”, as filters: those that count already and those that do not count yet.

/** the values of the filter `status` */
export const waitingStatuses = ['received', 'pending'] as const;

/** the same as it stands in an address */
export const waitingQuery = waitingStatuses.map((status) => `status=${status}`).join('&');
