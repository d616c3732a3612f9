// Speaks with the organisation's sign-in service: sends people there, and learns from what they bring back who they are. It is asked for
// its addresses when they are first needed, so a start does not wait for it; the library is loaded then, too.
import type { ClientAuth, Configuration } from 'openid-client';
import type { Logger } from 'pino';
import type { Claims } from './mapping.ts';
import { ServiceRefusal } from './refusal.ts';
import type { ServiceSettings } from './settings.ts';

type Library = typeof import('openid-client');

/** What one sign-in is known by until it comes back; nobody else can know it. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ComeBack {
  readonly claims: Claims;
  /** shown to the service when they sign out there */
  readonly idToken: string | undefined;
}

const timeoutSeconds = 4;
/** its keys and addresses change rarely */
const askAnewMs = 60 * 60 * 1000;
const clockToleranceSeconds = 60;

export class SignInService {
  readonly settings: ServiceSettings;
  readonly #log: Logger;
  #known: { readonly configuration: Configuration; readonly until: number } | undefined;

  constructor(settings: ServiceSettings, log: Logger) {
    this.settings = settings;
    this.#log = log;
  }

  /** The address to send a browser to, and what must come back. @throws ServiceRefusal */
  async begin(
    redirectUri: string,
  ): Promise<{ readonly url: URL; readonly secrets: SignInSecrets }> {
    return await this.#asking(async (library, configuration) => {
      const secrets = {
        state: library.randomState(),
        nonce: library.randomNonce(),
        verifier: library.randomPKCECodeVerifier(),
      };
      const { scopes, acr } = this.settings;
      const url = library.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: scopes,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await library.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        ...(acr.length > 0 && { acr_values: acr.join(' ') }),
      });
      return { url, secrets };
    });
  }

  /** `cameTo`: where the browser was sent back to, with all that the service added. @throws ServiceRefusal */
  async finish(cameTo: URL, { state, nonce, verifier }: SignInSecrets): Promise<ComeBack> {
    return await this.#asking(async (library, configuration) => {
      const tokens = await library.authorizationCodeGrant(configuration, cameTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const signed = tokens.claims();
      if (!signed) throw new ServiceRefusal('failed');
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await library.fetchUserInfo(configuration, tokens.access_token, signed.sub)
        : {};
      this.#refuseWeak(signed);
      // what is signed says who it is; the rest adds to it
      const claims = { ...more, ...signed };
      return { claims, idToken: tokens.id_token };
    });
  }

  /** Where to end the session at the service as well; undefined: it offers none, or does not answer. */
  async endAddress(idToken: string | undefined, backTo: string): Promise<string | undefined> {
    const asking = this.#asking(async (library, configuration) => {
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return library.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: backTo,
        ...(idToken !== undefined && { id_token_hint: idToken }),
      }).href;
    });
    return await asking.catch((error: unknown) => {
      if (error instanceof ServiceRefusal) return undefined; // signed out here all the same
      throw error;
    });
  }

  #refuseWeak({ acr, amr }: Claims): void {
    const { settings } = this;
    const means: readonly unknown[] = [amr].flat();
    if (settings.acr.length > 0 && !settings.acr.some((one) => one === acr))
      throw new ServiceRefusal('weak');
    if (settings.amr.length > 0 && !settings.amr.some((one) => means.includes(one)))
      throw new ServiceRefusal('weak');
  }

  async #asking<T>(work: (library: Library, known: Configuration) => Promise<T>): Promise<T> {
    const library = await import('openid-client');
    try {
      return await work(library, await this.#configuration(library));
    } catch (error) {
      if (error instanceof ServiceRefusal) throw error;
      const reason = reasonOf(library, error);
      if (reason !== 'declined') this.#log.warn(plain(error), 'the sign-in service');
      throw new ServiceRefusal(reason, error);
    }
  }

  async #configuration(library: Library): Promise<Configuration> {
    const known = this.#known;
    if (known && known.until > performance.now()) return known.configuration;
    try {
      const configuration = await discover(library, this.settings);
      this.#known = { configuration, until: performance.now() + askAnewMs };
      return configuration;
    } catch (error) {
      if (!known) throw error;
      return known.configuration; // what it said before holds until it says something else
    }
  }
}

async function discover(library: Library, settings: ServiceSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const url = new URL(issuer);
  return await library.discovery(
    url,
    clientId,
    { [library.clockTolerance]: clockToleranceSeconds },
    clientSecret === undefined ? library.None() : bySecret(library, clientSecret),
    {
      timeout: timeoutSeconds,
      // http is there on this machine itself alone (settings.ts)
      execute: [
        library.enableNonRepudiationChecks,
        ...(url.protocol === 'http:' ? [library.allowInsecureRequests] : []),
      ],
    },
  );
}

/** As a header, which is the usual way, unless the service takes it in the body alone. */
function bySecret(library: Library, secret: string): ClientAuth {
  const [inHeader, inBody] = [library.ClientSecretBasic(secret), library.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? inHeader : inBody)(server, ...rest);
  };
}

function reasonOf(library: Library, error: unknown): ServiceRefusal['reason'] {
  if (error instanceof library.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'declined';
    const isBusy = error.error === 'temporarily_unavailable' || error.error === 'server_error';
    return isBusy ? 'unreachable' : 'failed';
  }
  if (error instanceof library.ClientError) {
    if (error.code === 'OAUTH_TIMEOUT') return 'unreachable';
    const { cause } = error;
    return cause instanceof Response && cause.status >= 500 ? 'unreachable' : 'failed';
  }
  // what fetch throws when there is nobody
  return error instanceof TypeError && error.message === 'fetch failed' ? 'unreachable' : 'failed';
}

/** For the log: nothing that was sent or brought. */
function plain(error: unknown): object {
  const {
    message,
    code,
    error: said,
  } = error as {
    readonly message?: string;
    readonly code?: string;
    readonly error?: string;
  };
  return { message, code, said };
}
