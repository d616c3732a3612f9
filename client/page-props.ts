// What every page is given.
export interface PageProps {
  /** parts of the address: `#/responses/:id` → `params.id` */
  readonly params: Readonly<Record<string, string>>;
  /** what stands behind the `?` */
  readonly query: URLSearchParams;
}
