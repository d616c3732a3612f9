// What happens between opening the database and listening: secret, first survey and accounts, demonstration data, facts.
import type { Logger } from 'pino';
import { noteLimitedActs } from './audit/note-limited-acts.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Context } from './context.ts';
import type { OpenDatabase } from './db/database.ts';
import { StorageRefusal } from './db/refusal.ts';
import { isDemonstration } from './demonstration-mark.ts';
import { endLeftWork } from './end-left-work.ts';
import { watchErasures } from './erasure/watch-erasures.ts';
import { createFacts } from './facts/facts.ts';
import { selfCheck } from './facts/self-check.ts';
import { fillDemonstration, leaseToFill } from './fill-demonstration.ts';
import { type FollowedFacts, followOthers } from './follow-others.ts';
import { carryDocumentsOver } from './format.ts';
import { Limits } from './http/limits.ts';
import { beginWithKept, closeAndKeep } from './kept-figures.ts';
import { Leases } from './leases/leases.ts';
import { countedLinksOf } from './links/hear-links.ts';
import { Metrics } from './metrics/metrics.ts';
import { findOffice } from './offices/read-offices.ts';
import { addStandardOffices } from './offices/standard-offices.ts';
import { watchQuality } from './quality/watch-quality.ts';
import { leaveOutBroken, watchForBroken } from './responses/left-out.ts';
import { storedCountables } from './responses/stored-countables.ts';
import { watchRules } from './rules/watch-rules.ts';
import { tokenSecret } from './secret.ts';
import { officesOf } from './single-sign-on/mapping.ts';
import { SignInService } from './single-sign-on/sign-in-service.ts';
import { addFirstSurvey } from './surveys/demonstration-survey.ts';
import { refuseUnfinished } from './transfers/unfinished.ts';
import { addDemoAccounts, addFirstAdministrator } from './users/first-accounts.ts';
import { watchState } from './watch-state.ts';

export interface Prepared {
  readonly context: Context;
  /** made up for the first account, to be shown once */
  readonly adminPassword: string | undefined;
  /** to be called once it was */
  passwordShown(): Promise<void>;
  /** ADMIN_PASSWORD was given, and an account `admin` is there already */
  readonly adminPasswordIgnored: boolean;
  /** resolves when the facts are complete and, in a demonstration, the data are there */
  readonly complete: Promise<void>;
  /** closes the database; after the last answer */
  end(): Promise<void>;
}

export async function prepare(
  config: Config,
  db: OpenDatabase,
  log: Logger,
  stopping: AbortSignal,
): Promise<Prepared> {
  await refuseWithoutGround(db);
  await refuseUnfinished(db);
  const leases = new Leases(db);
  await carryDocumentsOver(db, { leases, say: (sentence) => log.warn(sentence), stopping });
  const { context, counts } = await composed(config, { db, leases, log, stopping });
  const rulesAtRest = watchAll(context);
  await addFirstSurvey(db);
  await addStandardOffices(db, context.now());
  await refuseMappingToNowhere(context);
  await endLeftWork(context);
  if (context.demo) await addDemoAccounts(db, context.now());
  const first = context.demo
    ? undefined
    : await addFirstAdministrator(context, config.adminPassword, context.now());
  return {
    context,
    adminPassword: first?.madeUp,
    passwordShown: async () => await first?.shown(),
    adminPasswordIgnored: config.adminPassword !== undefined && !first?.added,
    complete: complete(context, counts),
    end: async () => {
      await rulesAtRest();
      await closeAndKeep({ ...context, db }, counts);
    },
  };
}

type Given = Pick<Context, 'leases' | 'log' | 'stopping'> & { readonly db: OpenDatabase };

async function composed(
  config: Config,
  given: Given,
): Promise<{ readonly context: Context; readonly counts: FollowedFacts }> {
  const { db, log } = given;
  const facts = createFacts();
  const now = () => new Date();
  const begun = await beginWithKept({ config, db, facts, log });
  const counts = followOthers({ ...given, facts, now }, begun);
  const context: Context = {
    ...given,
    config,
    facts,
    following: counts.following,
    limits: new Limits(config.limits),
    metrics: new Metrics(),
    secret: tokenSecret(config),
    signInService: config.signInService && new SignInService(config.signInService, log),
    demo: await isDemonstration(config, db),
    now,
  };
  return { context, counts };
}

/** What goes on beside everything else, until the server stops. @returns what resolves when rules have let their work go */
function watchAll(context: Context): () => Promise<void> {
  noteLimitedActs(context);
  watchState(context);
  watchForBroken(context);
  watchErasures(context);
  watchQuality(context);
  return watchRules(context);
}

/** Without settings and surveys nothing else can be understood: a demonstration would become a real one. @throws StorageRefusal */
async function refuseWithoutGround(db: OpenDatabase): Promise<void> {
  await db.damage.settle(ground);
  const one = db.damage.setAside().find(({ collection }) => ground.includes(collection));
  if (one)
    throw new StorageRefusal(
      `The document ${one.id} of ${one.collection} is damaged, and nothing can be understood without it. Put back a copy of the whole folder; \`npm run check\` says what else is broken.`,
    );
}

const ground: readonly string[] = ['settings', 'surveys'];

/** Offices are never removed, so one that is not there was never meant. @throws ConfigError */
async function refuseMappingToNowhere({ config, db }: Context): Promise<void> {
  for (const office of officesOf(config.signInService?.mapping ?? []))
    if (!(await findOffice({ db }, office)))
      throw new ConfigError(
        `OIDC_MAPPING: there is no office "${office}". Give the id of one, as it stands at #/admin/offices; add it there first.`,
      );
}

async function complete(context: Context, counts: FollowedFacts): Promise<void> {
  leaveOutBroken(context);
  // who waits for another start to fill it counts afterwards what that one stored
  const lease = context.demo ? await leaseToFill(context) : undefined;
  await counts.begin();
  if (lease) await fillDemonstration(context, lease);
  const stored = storedCountables(context.db);
  void selfCheck(context, { ...stored, linksOf: (ids) => countedLinksOf(context, ids) });
}
