// A proxy before the server that, when asked, serves the app as a build of another version would: another page, and a worker that lists it.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface Versions {
  readonly url: string;
  /** from here on the server has this version */
  release(version: string): void;
  close(): Promise<void>;
}

/** `origin` of the server behind it. */
export async function startVersions(origin: string): Promise<Versions> {
  let version: string | undefined;
  const page = async () => marked(await text(`${origin}/`), version);
  const server = createServer((req, res) => {
    const own: Readonly<Record<string, () => Promise<[string, string]>>> = {
      '/': async () => ['text/html; charset=utf-8', await page()],
      '/service-worker.js': async () => [
        'text/javascript; charset=utf-8',
        listing(await text(`${origin}/service-worker.js`), await page()),
      ],
    };
    const answer = own[(req.url ?? '').replace(/\?.*/, '')];
    if (!answer || version === undefined) return pass(origin, req, res);
    answer().then(
      ([type, body]) => res.writeHead(200, { 'content-type': type }).end(body),
      () => res.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    release(next) {
      version = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const text = async (address: string): Promise<string> => (await fetch(address)).text();

const marked = (html: string, version = ''): string =>
  html.replace('<head>', `<head><meta name="test-version" content="${version}">`);

function listing(worker: string, page: string): string {
  const digest = createHash('sha256').update(page);
  const name = digest.copy().digest('hex').slice(0, 16);
  return worker
    .replace(/"version":"\w+"/, `"version":"${name}"`)
    .replace(/"\/":"sha256-[^"]+"/, `"/":"sha256-${digest.digest('base64')}"`);
}

function pass(origin: string, req: IncomingMessage, res: ServerResponse): void {
  const { method, headers, url } = req;
  const onward = request(`${origin}${url}`, { method, headers }, (reply) => {
    res.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(res);
  });
  onward.on('error', () => res.destroy());
  req.pipe(onward);
}
