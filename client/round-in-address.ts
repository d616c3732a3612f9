// The round as it stands in an address, beside everything else: `#/responses?province=TH-50&survey=2569`.

const said = 'survey=';

interface Apart {
  readonly address: string;
  /** null: none is said */
  readonly round: string | null;
}

/** What is said beside the round stays letter for letter. */
export function withoutRound(full: string): Apart {
  const [path = '', search = ''] = full.split('?', 2);
  const parts = search.split('&').filter(Boolean);
  const others = parts.filter((part) => !part.startsWith(said));
  const found = parts.find((part) => part.startsWith(said));
  const round = found ? new URLSearchParams(found).get('survey') : null;
  return {
    address: others.length > 0 ? `${path}?${others.join('&')}` : path,
    round: round || null,
  };
}

export function withRound(address: string, round: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${said}${encodeURIComponent(round)}`;
}

/** filters that another round does not have, and how far a list was read */
const ofOneRound = ['subPlan', 'batch', 'after'];

/** The same page of another round: of one response, file or draft it is the list of them. */
export function sameInAnother(path: string, query: URLSearchParams): string {
  if (path === '/collect') return path;
  const [, list = '', one] = path.split('/');
  if (one !== undefined && one !== 'new') return `/${list}`;
  const kept = new URLSearchParams([...query].filter(([name]) => !ofOneRound.includes(name)));
  return kept.size > 0 ? `${path}?${kept}` : path;
}
