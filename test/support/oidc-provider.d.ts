// The package has no types of its own; what is used of it here is one class.
declare module 'oidc-provider' {
  export default class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (of: {
      clientId: string;
      accountId: string;
    }) => Grant;
    use(middleware: (ctx: Koa, next: () => Promise<void>) => Promise<void>): void;
    callback(): import('node:http').RequestListener;
    interactionFinished(
      req: import('node:http').IncomingMessage,
      res: import('node:http').ServerResponse,
      result: object,
    ): Promise<void>;
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Koa {
    readonly oidc?: {
      readonly route: string;
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
    };
    body: { id_token?: string };
  }
}
