interface ReportAddress {
  readonly year?: number;
  /** only its sheet */
  readonly subPlan?: string | null;
  /** ids of the snapshots of the year and of the one before */
  readonly snapshot?: string;
  readonly before?: string;
}

/** Where a report is read and printed. */
export function reportAddress({ year, subPlan, snapshot, before }: ReportAddress): string {
  const query = new URLSearchParams({
    ...(year !== undefined && { year: String(year) }),
    ...(snapshot !== undefined && { snapshot }),
    ...(before !== undefined && { before }),
    ...(subPlan && { subPlan }),
  });
  return query.size === 0 ? '/plan/report' : `/plan/report?${query}`;
}
