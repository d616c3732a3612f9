// The id of an issue within its response: links, groups and histories point at it (`{responseId}#{issueId}`), so it stays with
// the issue when others are removed or moved. A sender may give it; else it is the issue's position, the same at each repetition.

const pattern = /^[A-Za-z0-9_-]{1,32}$/;

/** The position's own id: `1` for the first. */
export function positionId(index: number): string {
  return String(index + 1);
}

/** Each issue's id: as given, else its position; where that was given to another, the next that is free. */
export function issueIds(given: readonly (string | null | undefined)[]): readonly string[] {
  const taken = new Set<string>(given.filter((id) => typeof id === 'string'));
  return given.map((id, index) => {
    if (typeof id === 'string') return id;
    let at = index;
    while (taken.has(positionId(at))) at += given.length;
    taken.add(positionId(at));
    return positionId(at);
  });
}

/** Whether a text can be one. */
export function isIssueId(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text);
}
