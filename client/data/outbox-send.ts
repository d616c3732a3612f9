// One PUT of one set, and what its answer means. A 2xx without this set's receipt (a captive portal's page,
// a broken proxy) is no receipt.
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { Receipt, Violation } from '../../shared/api/responses.ts';
import type { Outcome, UnsentSet } from './outbox-machine.ts';

const timeoutMs = 45_000;

export async function sendSet(set: UnsentSet): Promise<Outcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  try {
    const reply = await fetch(paths.response(set.survey, set.id), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(set.payload),
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

const Refused = v.looseObject({
  type: v.string(),
  instance: v.optional(v.string()),
  violations: v.optional(v.array(Violation), []),
});

/** Rejects only when the body cannot be read to its end. */
export async function readOutcome(reply: Response, id: string, now: number): Promise<Outcome> {
  const text = await reply.text();
  const body = parseJson(text);
  if (reply.ok) {
    const receipt = v.safeParse(Receipt, body);
    const mine = receipt.success && receipt.output.id.toLowerCase() === id.toLowerCase();
    return mine ? { kind: 'receipt', receipt: receipt.output } : { kind: 'unreachable' };
  }
  const problem = v.safeParse(Refused, body);
  // Not our server's words (a gateway's page): nothing it says may refuse a set for good.
  if (!problem.success && reply.status < 500 && reply.status !== 429)
    return { kind: 'unreachable' };
  return {
    kind: 'problem',
    status: reply.status,
    type: problem.success ? problem.output.type.replace(/^.*\//, '') : 'unexpected',
    violations: problem.success ? problem.output.violations : [],
    retryAfterMs: readRetryAfter(reply.headers.get('retry-after'), now),
    request: problem.success ? (problem.output.instance ?? null) : null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
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
