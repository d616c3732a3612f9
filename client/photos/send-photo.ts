// One PUT of one photo, and what its answer means. A 2xx that does not name this photo (a captive portal's page) is none.
import { paths } from '../../shared/api/paths.ts';
import type { PhotoReceipt } from '../../shared/api/photos.ts';
import { longestRequestMs, readOutcome } from '../data/outbox-send.ts';
import type { PhotoNote, PhotoOutcome } from './photo-machine.ts';

/** `giveWay`: something more important waits; the photo begins anew afterwards. */
export async function sendPhoto(
  photo: PhotoNote,
  bytes: Blob,
  giveWay: AbortSignal,
): Promise<PhotoOutcome> {
  const { survey, response, digest } = photo;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), longestRequestMs);
  giveWay.addEventListener('abort', () => patience.abort());
  try {
    const reply = await fetch(paths.photo(survey, response, digest), {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: bytes,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: patience.signal,
    });
    return reply.ok ? readArrival(await reply.json(), photo) : await readFailure(reply, response);
  } catch {
    // No connection, a cut one, one too slow, or an answer that is none of ours: it stays and is tried again.
    return { kind: giveWay.aborted ? 'gave-way' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function readArrival(body: unknown, { response, digest }: PhotoNote): PhotoOutcome {
  const said = Object(body) as Partial<PhotoReceipt>; // looked at member by member
  const isThis = said.id === response && said.digest === digest && !!said.receivedAt;
  return { kind: isThis ? 'arrived' : 'unreachable' };
}

async function readFailure(reply: Response, response: string): Promise<PhotoOutcome> {
  const outcome = await readOutcome(reply, response, Date.now());
  return outcome.kind === 'receipt' ? { kind: 'unreachable' } : outcome;
}
