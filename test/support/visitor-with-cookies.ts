// Goes from page to page as a browser does, without being one: follows redirects, and keeps each server's cookies.
export interface Stop {
  readonly url: string;
  readonly status: number;
}

export class VisitorWithCookies {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Every stop, up to one that leads nowhere else or that `isThere` says is the last. */
  async go(from: string, isThere: (url: string) => boolean = () => false): Promise<Stop[]> {
    const stops: Stop[] = [];
    let url = from;
    while (stops.length < 20) {
      const answer = await this.ask(url);
      stops.push({ url, status: answer.status });
      const location = answer.headers.get('location');
      if (!location) return stops;
      url = new URL(location, url).href;
      if (isThere(url)) return [...stops, { url, status: 0 }];
    }
    throw new Error(`goes round and round: ${stops.map((stop) => stop.url).join('\n')}`);
  }

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const { host, origin } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...(init.method && { origin }), ...init.headers };
    const answer = await fetch(url, { ...init, redirect: 'manual', headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = [
        pair.slice(0, pair.indexOf('=')),
        pair.slice(pair.indexOf('=') + 1),
      ];
      const expires = attributes.find((one) => /^ *expires=/i.test(one))?.split('=')[1];
      if (expires !== undefined && Date.parse(expires) <= Date.now()) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** What this server gave it. */
  cookies(url: string): Map<string, string> {
    return new Map(this.#cookies.get(new URL(url).host));
  }

  /** Another one's cookies, taken over. */
  takes(url: string, cookies: ReadonlyMap<string, string>): void {
    this.#cookies.set(new URL(url).host, new Map(cookies));
  }
}
