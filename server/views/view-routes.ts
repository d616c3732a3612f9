// Saved views: a page and its filters under a name, for oneself or for the people of one's office.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { NewView, ViewChange } from '../../shared/api/views.ts';
import type { Call } from '../context.ts';
import { created, endpoint, nothing } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { addView, changeView, deleteView, listViews } from './saved-views.ts';

const ViewKey = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });
type OfView = { params: v.InferOutput<typeof ViewKey> };

export const viewRoutes = Router()
  .get(
    paths.views(),
    may('read-figures'),
    endpoint(
      {
        replies: replies.views.GET,
        summary: 'The own saved views, and those that people of the own office share',
      },
      async (_input, { context, user }: Call) => ({
        items: await listViews(context, user),
        next: null,
      }),
    ),
  )
  .post(
    paths.views(),
    may('manage-own-account'),
    endpoint(
      {
        body: NewView,
        rate: 'views',
        replies: replies.views.POST,
        summary: 'Save a page of figures with its filters under a name',
      },
      async ({ body }: { body: NewView }, { context, user }: Call) =>
        created(await addView(context, body, user)),
    ),
  )
  .patch(
    paths.view(':id'),
    may('manage-own-account'),
    endpoint(
      {
        params: ViewKey,
        body: ViewChange,
        rate: 'views',
        replies: replies.view.PATCH,
        summary: 'Rename a saved view, point it elsewhere, share it, or begin with it',
      },
      ({ params, body }: OfView & { body: ViewChange }, { context, user }: Call) =>
        changeView(context, params.id, body, user),
    ),
  )
  .delete(
    paths.view(':id'),
    may('manage-own-account'),
    endpoint(
      {
        params: ViewKey,
        rate: 'views',
        replies: replies.view.DELETE,
        summary: 'Delete a view that one has saved',
      },
      async ({ params }: OfView, { context, user }: Call) => {
        await deleteView(context, params.id, user);
        return nothing();
      },
    ),
  );
