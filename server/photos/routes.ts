// Photos of a response: sent after it one by one, listed, shown to whoever may see the response.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import type { PhotoReceipt } from '../../shared/api/photos.ts';
import { replies } from '../../shared/api/replies.ts';
import { photoDigestPattern, photoLimits, photoTypes } from '../../shared/photos/photo.ts';
import type { Call } from '../context.ts';
import { answerWithinMs, inTime } from '../http/deadline.ts';
import { created, endpoint, written } from '../http/endpoint.ts';
import { readFileBody } from '../http/json-body.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { ResponseKey } from '../responses/response-key.ts';
import { putPhoto, responseWaitingFor } from './put-photo.ts';
import { listPhotos, readPhotoOf } from './read-photos.ts';

const PhotoKey = v.object({
  ...ResponseKey.entries,
  digest: v.pipe(v.string(), v.toLowerCase(), v.regex(photoDigestPattern)),
});
/** a little longer than a phone waits (client/data/outbox-send.ts) */
const bodyWithinMs = 110_000;

interface OfPhoto {
  readonly params: v.InferOutput<typeof PhotoKey>;
}

export const photoRoutes = Router()
  .put(
    paths.photo(':survey', ':id', ':digest'),
    may('respond'),
    endpoint(
      {
        params: PhotoKey,
        takesFile: photoTypes,
        rate: 'photos',
        // over a bad line: the body has its own limit, and everything behind it the usual one
        takesItsTime: true,
        replies: replies.photo.PUT,
        summary:
          'Send a photo that a stored response names, as it is; repeat it as often as you like',
      },
      put,
    ),
  )
  .get(
    paths.photos(':survey', ':id'),
    may('read-responses'),
    endpoint(
      {
        params: ResponseKey,
        replies: replies.photos.GET,
        summary: 'The photos that a response names, and which of them have arrived',
      },
      ({ params }: { params: ResponseKey }, { context, scope }: Call) =>
        listPhotos(context, scope, params),
    ),
  )
  .get(
    paths.photo(':survey', ':id', ':digest'),
    may('read-responses'),
    endpoint({ params: PhotoKey, summary: 'A photo' }, get),
  );

async function put({ params }: OfPhoto, call: Call) {
  const { context, user, req, res } = call;
  if (!photoTypes.some((type) => req.is(type)))
    throw problem('wrong-media-type', { detail: `Send one of ${photoTypes.join(', ')}.` });
  const { limits } = context;
  limits.check('bytes of photos', user.username);
  await inTime(responseWaitingFor(context, params, user), answerWithinMs);
  const bytes = await readFileBody(req, res, {
    bytes: photoLimits.bytes,
    withinMs: bodyWithinMs,
    // what is refused, comes twice or never ends has been read as well
    count: (read) => limits.add('bytes of photos', user.username, read),
  });
  const put = inTime(putPhoto(context, params, bytes, user), answerWithinMs);
  const { outcome, receivedAt } = await put;
  const { id, digest } = params;
  const receipt: PhotoReceipt = { id, digest, receivedAt: receivedAt.toISOString() };
  return outcome === 'new' ? created(receipt) : receipt;
}

/** Asked for again each time, so that who may not see it any more, or nobody once it is erased, does not. */
async function get({ params }: OfPhoto, { context, scope, req, res }: Call) {
  const { bytes, type } = await readPhotoOf(context, scope, params);
  const headers = { ETag: `"${params.digest}"`, 'Cache-Control': 'private, no-cache' };
  res.set(headers);
  if (req.get('if-none-match') === headers.ETag) {
    res.status(304).end();
    return written;
  }
  res.set({
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    'Content-Disposition': `inline; filename="${params.digest.slice(0, 12)}.${type.slice(6)}"`,
    // opened by itself it is a picture and nothing else
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  res.end(bytes);
  return written;
}
