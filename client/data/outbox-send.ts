// One PUT of one set, and what its answer means. A 2xx without this set's receipt (a captive portal's page,
// a broken proxy) is no receipt.
// Checked by hand, not by the schema: the whole field page must stay under 30 KiB of script.
import { paths } from '../../shared/api/paths.ts';
import type { Receipt } from '../../shared/api/responses.ts';
import { readClosed } from './closed-round.ts';
import type { Outcome } from './outbox-machine.ts';
import type { SaidViolation, UnsentSet } from './outbox-set.ts';

const timeoutMs = 45_000;
/** of any request of the outbox; the largest photo over a line of 40 kbit/s */
export const longestRequestMs = 100_000;

export async function sendSet(set: UnsentSet): Promise<Outcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  try {
    const reply = await fetch(paths.response(set.survey, set.id), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(set)),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: patience.signal,
    });
    return await readOutcome(reply, set.id, Date.now());
  } catch {
    // No connection, a cut one, or one too slow: the set stays and is tried again.
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function bodyOf({ payload, revision, collectedBy, filling }: UnsentSet) {
  return {
    ...payload,
    ...(revision !== undefined && { revision }),
    ...(collectedBy !== undefined && { collectedBy }),
    ...(filling && revision === undefined && { filling }),
  };
}

/** Rejects only when the body cannot be read to its end. */
export async function readOutcome(reply: Response, id: string, now: number): Promise<Outcome> {
  const body = parseJson(await reply.text());
  if (reply.ok) return readReceipt(body, id);
  const { status } = reply;
  const type = typeof body.type === 'string' ? body.type.replace(/^.*\//, '') : null;
  // Not our server's words (a gateway's page): nothing it says may refuse a set for good.
  if (type === null && status < 500 && status !== 429) return { kind: 'unreachable' };
  return {
    kind: 'problem',
    status,
    type: type ?? 'unexpected',
    violations: readViolations(body.violations),
    retryAfterMs: readRetryAfter(reply.headers.get('retry-after'), now),
    request: typeof body.instance === 'string' ? body.instance : null,
    ...(type === 'survey-closed' && { closed: readClosed(body) }),
  };
}

function readReceipt(body: Record<string, unknown>, id: string): Outcome {
  const { id: theirs, receipt, receivedAt, status } = body as Partial<Receipt>;
  const isMine =
    String(theirs).toLowerCase() === id.toLowerCase() &&
    typeof receipt === 'string' &&
    receipt !== '' &&
    typeof receivedAt === 'string';
  if (!isMine) return { kind: 'unreachable' };
  const violations = [...readViolations(body.violations)];
  return {
    kind: 'receipt',
    receipt: { id, receipt, receivedAt, status: String(status), violations },
  };
}

function readViolations(given: unknown): readonly SaidViolation[] {
  return Array.isArray(given) ? given.filter((one) => typeof one?.code === 'string') : [];
}

/** An object, or an empty one for everything else. */
function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from now; null when absent or unreadable. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const trimmed = header.trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * 1000;
  const at = Date.parse(trimmed);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
