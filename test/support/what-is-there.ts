// What a server says of what it holds, asked in words that have not changed since the first format.
export interface Asking {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const statuses = ['received', 'approved', 'returned', 'rejected'] as const;

/** What must still be there after every upgrade. */
export async function whatIsThere({ url, headers }: Asking) {
  const get = async (path: string): Promise<any> => {
    const answer = await fetch(`${url}/api/surveys/2569${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return await answer.json();
  };
  const responses: Record<string, number> = {};
  for (const status of statuses)
    responses[status] = (await get(`/responses?status=${status}&limit=1`)).total;
  const { strip, figures } = await get('/figures?figures=by-province,by-strategy,by-severity');
  const { items } = await get('/batches?limit=50');
  return {
    responses,
    issues: strip.issues,
    counted: strip.responses,
    unmatched: strip.unmatched,
    byProvince: issuesOf(figures['by-province'], 'province'),
    byStrategy: issuesOf(figures['by-strategy'], 'strategy'),
    bySeverity: issuesOf(figures['by-severity'], 'severity'),
    batches: items
      .map(({ id, state, counts }: any) => ({ id, state, counts }))
      .sort((a: any, b: any) => (a.id < b.id ? -1 : 1)),
  };
}

function issuesOf(rows: readonly any[], name: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    rows.filter(({ issues }) => issues > 0).map((row) => [String(row[name]), row.issues]),
  );
}
