// An organisation's sign-in service, for real: oidc-provider on a port of its own. Whoever comes is signed in as whom the test says,
// without a page, or by one button where a browser is to press it; and it can be made to lie.
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import Provider, { type Koa } from 'oidc-provider';

type Claims = Record<string, unknown>;

export interface SignInServiceForTests {
  readonly issuer: string;
  /** what OIDC_… must say of it, but for the mapping */
  readonly env: Readonly<Record<string, string>>;
  /** who comes next is this account, with these claims */
  signsIn(account: string, claims: Claims, how?: { readonly acr?: string }): void;
  /** a page with a button comes before it */
  asks: boolean;
  /** who comes next says no */
  declines: boolean;
  /** what stands in the signed tokens from now on; undefined: the truth */
  lies: ((claims: Claims) => Claims) | undefined;
  /** tokens are signed by a key that it never published */
  forges: boolean;
  /** how often a code was brought to it */
  readonly codesTaken: number;
  /** `url`: of the server that people are sent back to */
  knows(url: string): void;
  /** nobody listens any more, until `up` */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

const clientId = 'rabfang';
const clientSecret = 'a secret between the two of them';
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startSignInService(): Promise<SignInServiceForTests> {
  const service = new Service();
  await service.up();
  return service;
}

class Service implements SignInServiceForTests {
  asks = false;
  declines = false;
  lies: SignInServiceForTests['lies'];
  forges = false;
  codesTaken = 0;
  #port = 0;
  #provider: Provider | undefined;
  #next = { account: '', how: {} };
  readonly #accounts = new Map<string, Claims>();
  readonly #key = keyPair();
  readonly #otherKey = keyPair();
  #server = createServer();

  get issuer(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get env() {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME_TH: 'บัญชีกระทรวง',
      OIDC_NAME_EN: 'the ministry’s account',
    };
  }

  signsIn(account: string, claims: Claims, how = {}): void {
    this.#accounts.set(account, claims);
    this.#next = { account, how };
  }

  async up(): Promise<void> {
    this.#server = createServer((req, res) => void this.#answer(req, res));
    await new Promise<void>((resolve) =>
      this.#server.listen(this.#port, '127.0.0.1', () => resolve()),
    );
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  stop = () => this.down();

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (!this.#provider) return void res.writeHead(503).end();
    if (!req.url?.startsWith('/interaction/')) return void this.#provider.callback()(req, res);
    if (this.asks && req.method === 'GET') {
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return void res.end(page(this.#next.account, req.url));
    }
    const { account: accountId, how } = this.#next;
    const said = this.declines
      ? { error: 'access_denied', error_description: 'not now' }
      : { login: { accountId, ...how } };
    await this.#provider.interactionFinished(req, res, said);
  }

  knows(url: string): void {
    const key = { ...this.#key.privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' };
    this.#provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: [`${url}/api/session/service/return`],
          post_logout_redirect_uris: [`${url}/`],
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['of this test'] },
      pkce: { required: () => true },
      acrValues: ['one-factor', 'two-factors'],
      claims: {
        openid: ['sub'],
        profile: ['name', 'preferred_username', 'groups', 'office', 'area'],
        email: ['email', 'email_verified'],
        acr: null,
        auth_time: null,
      },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: {
          logoutSource: (ctx: { body: unknown }, form: string) => {
            ctx.body = leaving(form);
          },
        },
      },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, ...this.#accounts.get(sub) }),
      }),
      loadExistingGrant: (ctx: Koa) => this.#grant(ctx),
    });
    this.#provider.use(async (ctx, next) => {
      await next();
      if (ctx.oidc?.route !== 'token') return;
      this.codesTaken++;
      if (ctx.body.id_token) ctx.body.id_token = this.#signAnew(ctx.body.id_token);
    });
  }

  /** Nobody is asked whether Rabfang may know who they are. */
  async #grant({ oidc }: Koa) {
    if (!oidc || !this.#provider) throw new Error('a grant is asked for on the way');
    const grant = new this.#provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  }

  #signAnew(token: string): string {
    if (!this.lies && !this.forges) return token;
    const claims = jwt.decode(token) as Claims;
    const { privateKey } = this.forges ? this.#otherKey : this.#key;
    return jwt.sign({ ...claims, ...this.lies?.(claims) }, privateKey, {
      algorithm: 'RS256',
      keyid: 'one',
    });
  }
}

const leaving = (form: string) => `<!doctype html><html lang="en">
<title>The ministry</title><h1>The ministry</h1>${form}
<button form="op.logoutForm" name="logout" value="yes">Sign me out</button>`;

const page = (account: string, url: string) => `<!doctype html><html lang="en">
<title>The ministry</title><h1>The ministry</h1>
<form method="post" action="${url}"><button>Go on as ${account}</button></form>`;
