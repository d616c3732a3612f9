// Reasons that an office gives often when it sends a response back or rejects it. They stand in the office's document; none is removed,
// since what was said with its words stays said.
import { randomUUID } from 'node:crypto';
import type {
  NewReasonTemplate,
  ReasonTemplate,
  ReasonTemplateChange,
} from '../../shared/api/offices.ts';
import type { User } from '../../shared/api/session.ts';
import { isScopeWithin } from '../../shared/places/scope.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { type StoredOffice, storedOffices } from './office.model.ts';

type Changing = Pick<Context, 'db'>;

const most = 100;
const tries = 10;

/** In the order in which they were made, the retired too. @throws not-found */
export async function readTemplates(context: Changing, office: string): Promise<ReasonTemplate[]> {
  return [...((await readStored(context, office)).reasons ?? [])];
}

/** @throws not-found, not-allowed, office-invalid when there are too many */
export async function addTemplate(
  context: Changing,
  office: string,
  { labelTh, labelEn }: NewReasonTemplate,
  by: { readonly user: User; readonly audit: Audit },
): Promise<ReasonTemplate> {
  const added = {
    id: randomUUID(),
    ...cleaned({ labelTh, labelEn: labelEn ?? null }),
    state: 'active',
  } as const;
  return await write(context, office, by, (reasons) => {
    if (reasons.length < most) return { before: {}, after: added, reasons: [...reasons, added] };
    throw problem('office-invalid', {
      errors: [{ pointer: '/body', code: 'too-many', limit: most }],
      detail: `An office has at most ${most} reasons.`,
    });
  });
}

/** @throws not-found, not-allowed */
export async function changeTemplate(
  context: Changing,
  { office, id }: { readonly office: string; readonly id: string },
  change: ReasonTemplateChange,
  by: { readonly user: User; readonly audit: Audit },
): Promise<ReasonTemplate> {
  return await write(context, office, by, (reasons) => {
    const before = reasons.find((one) => one.id === id);
    if (!before) throw problem('not-found', { detail: 'The office has no such reason.' });
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const wanted: ReasonTemplate = { ...before, ...Object.fromEntries(given) };
    const after = { ...wanted, ...cleaned(wanted) };
    return { before, after, reasons: reasons.map((one) => (one.id === id ? after : one)) };
  });
}

interface Changed {
  readonly before: object;
  readonly after: ReasonTemplate;
  readonly reasons: readonly ReasonTemplate[];
}

/** Reads, decides, writes what was decided about, or begins again. @throws not-found, not-allowed, office-changed */
async function write(
  context: Changing,
  office: string,
  { user, audit }: { readonly user: User; readonly audit: Audit },
  decide: (reasons: readonly ReasonTemplate[]) => Changed,
): Promise<ReasonTemplate> {
  for (let left = tries; left > 0; left--) {
    const stored = await readStored(context, office);
    if (!mayManageReasons(user, stored))
      throw problem('not-allowed', {
        detail: 'An officer manages the reasons of the own office alone.',
      });
    const { before, after, reasons } = decide(stored.reasons ?? []);
    const revision = stored.reasonsRevision ?? 0;
    const happening = {
      what: 'office-changed',
      on: `office:${office}`,
      changes: auditedChanges(before, after),
    } as const;
    const written = await audit.before(happening, () =>
      context.db
        .model(storedOffices)
        .findOneAndUpdate(
          { _id: office, reasonsRevision: stored.reasonsRevision ?? null },
          { $set: { reasons, reasonsRevision: revision + 1 } },
          { returnDocument: 'after' },
        )
        .lean<StoredOffice>(),
    );
    if (written) return after;
  }
  throw problem('office-changed', {
    detail: 'Look at the reasons again, then repeat your change.',
  });
}

/** Administrators those of offices inside of their scope, an officer those of the own office. */
const mayManageReasons = (user: User, { _id, place }: StoredOffice): boolean =>
  user.role === 'administrator' ? isScopeWithin(place, user.scope) : user.office === _id;

async function readStored({ db }: Changing, id: string): Promise<StoredOffice> {
  const stored = await db.model(storedOffices).findById(id).lean<StoredOffice>();
  if (!stored) throw problem('not-found', { detail: 'There is no such office.' });
  return stored;
}

/** @throws office-invalid when nothing is left */
function cleaned({ labelTh, labelEn }: Pick<ReasonTemplate, 'labelTh' | 'labelEn'>) {
  const th = withoutPersonalData(labelTh);
  if (th === '')
    throw problem('office-invalid', {
      errors: [{ pointer: '/body/labelTh', code: 'missing' }],
      detail: 'Say the reason in Thai.',
    });
  return { labelTh: th, labelEn: (labelEn && withoutPersonalData(labelEn)) || null };
}

const withoutPersonalData = (text: string): string => removePersonalData(normaliseText(text)).text;
