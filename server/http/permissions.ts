// The one permission table: who may do what. No role means no. What of *whose* is the business of scope.ts.
import type { RequestHandler } from 'express';
import type { Role, User } from '../../shared/api/session.ts';
import { counterOf, limitsOf, networkOf } from './limits.ts';
import { problem } from './problem.ts';

type Who = readonly Role[] | 'everyone';

export const permissions = {
  'sign-in': 'everyone',
  'sign-out': ['enumerator', 'officer', 'planner', 'administrator'],
  'read-session': 'everyone',
  'read-description': 'everyone',
  'read-health': 'everyone',
  /** on the machine itself, elsewhere with a token of its own: server/scrape.ts */
  'read-metrics': 'everyone',
  'accept-invitation': 'everyone',
  'manage-own-account': ['enumerator', 'officer', 'planner', 'administrator'],
  'manage-second-factor': ['enumerator', 'officer', 'planner', 'administrator'],
  'manage-sign-in': ['administrator'],
  'read-offices': ['enumerator', 'officer', 'planner', 'administrator'],
  'manage-offices': ['administrator'],
  // an officer those of the own office alone: offices/reason-templates.ts
  'manage-reasons': ['officer', 'administrator'],
  // an officer the enumerators of the own office alone: shared/people/managing.ts
  'manage-people': ['officer', 'administrator'],
  'read-audit': ['administrator'],
  'read-surveys': 'everyone',
  'read-rounds': ['enumerator', 'officer', 'planner', 'administrator'],
  // of the whole country alone: server/rounds
  'manage-rounds': ['administrator'],
  respond: ['enumerator', 'officer', 'administrator'],
  'read-responses': ['enumerator', 'officer', 'planner', 'administrator'],
  'export-responses': ['officer', 'planner', 'administrator'],
  'erase-words': ['administrator'],
  decide: ['officer', 'administrator'],
  recheck: ['officer', 'administrator'],
  'upload-batches': ['officer', 'administrator'],
  'read-batches': ['officer', 'planner', 'administrator'],
  withdraw: ['officer', 'administrator'],
  // what is approved as well: server/batches/withdraw-batch.ts, server/responses/withdraw-one.ts
  'withdraw-approved': ['administrator'],
  'read-plan': ['officer', 'planner', 'administrator'],
  'edit-plan': ['planner', 'administrator'],
  'link-issues': ['planner', 'administrator'],
  // an officer those of the own office alone: server/plan/change-projects.ts
  'report-results': ['officer', 'planner', 'administrator'],
  'keep-snapshots': ['officer', 'planner', 'administrator'],
  'read-figures': ['enumerator', 'officer', 'planner', 'administrator'],
} as const satisfies Record<string, Who>;

export type Verb = keyof typeof permissions;

/** what may be done by whoever must have a second factor and has none */
const beforeSecondFactor: readonly Verb[] = ['manage-second-factor', 'sign-out'];

/** the verb that guards a route's handler, for the test that walks every route */
export const verbOf = new WeakMap<RequestHandler, Verb>();

/** Lets a request through when its user's role has the verb; stands before every handler. */
export function may(verb: Verb): RequestHandler {
  const who: Who = permissions[verb];
  const guard: RequestHandler = (req, res, next) => {
    const user = res.locals.user as User | undefined; // set by the session middleware
    // whether it lives is asked of it while everything else is busy
    if (!user && verb !== 'read-health')
      limitsOf(req).count('anonymous', counterOf(networkOf(req.ip ?? '')));
    if (who !== 'everyone') {
      if (!user) throw problem('signed-out');
      if (!who.includes(user.role))
        throw problem('not-allowed', { detail: `Your role (${user.role}) may not do this.` });
      if (res.locals.secondFactorMissing && !beforeSecondFactor.includes(verb))
        throw problem('second-factor-required', {
          detail: 'Your role must have a second factor. Set it up where you manage your account.',
        });
      const given = res.locals.tokenVerbs as readonly string[] | undefined; // set for a script's token
      if (given && !given.includes(verb))
        throw problem('not-allowed', { detail: `This token was not given \`${verb}\`.` });
    }
    res.locals.permitted = true;
    next();
  };
  verbOf.set(guard, verb);
  return guard;
}
