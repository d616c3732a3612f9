// What goes back from the outbox into the form: a set that was refused, a response that was sent back; and what nobody can send any more.
import type { Response } from '../../shared/api/responses.ts';
import { givenAgain } from '../../shared/survey/given-again.ts';
import { putAt, toPath, valueAt } from '../../shared/survey/pointers.ts';
import type { CheckedResponse, RawResponse } from '../../shared/survey/response.ts';
import { aboutWords } from '../../shared/text/about-words.ts';
import type { Lang } from '../../shared/text/names.ts';
import { formatDay } from '../i18n/format.ts';
import { copyPhotos, dropPhotosOf } from '../photos/photo-store.ts';
import { newId } from './new-id.ts';
import { showProgress } from './outbox.ts';
import { begunAgain, idToFixUnder } from './outbox-machine.ts';
import type { RefusedSet } from './outbox-set.ts';
import * as store from './outbox-store.ts';
import { sentBackOf } from './returned.ts';
import { surveyQuestions } from './survey.ts';

/** Makes a refused set a draft again and gives the draft's id. */
export async function fixSet(set: RefusedSet): Promise<string> {
  const id = idToFixUnder(set, newId);
  // photos lie in a database of their own: whatever ends this in between, what is named is there
  if (id !== set.id) await copyPhotos(set.id, id);
  const { survey, owner, revision, collectedBy, payload: values } = set;
  const draft = { id, survey, owner, values, changedAt: Date.now() };
  await store.setToDraft(set.id, {
    ...draft,
    ...begunAgain(set),
    ...(revision !== undefined && { revision }),
    ...(collectedBy !== undefined && { collectedBy }),
  });
  if (id !== set.id) await dropPhotosOf(set.id).catch(() => undefined); // tidied away later
  await showProgress();
  return id;
}

/**
 * What was sent back is filled in again under its own id, on whichever device its sender opens it. What was begun or waits on this
 * one stays as it is.
 */
export async function reviseSet(sent: Response, owner: string, lang: Lang): Promise<void> {
  const { id, survey, revision } = sent;
  const returned = sentBackOf(sent);
  const values = asTyped(sent, lang);
  const draft = { id, survey, owner, values, changedAt: Date.now(), revision };
  await store.beginMend({ ...draft, ...(returned && { returned }) });
  await showProgress();
}

/** What no answer can change any more leaves this device. */
export async function dropSet({ id }: RefusedSet): Promise<void> {
  await store.deleteSet(id);
  await dropPhotosOf(id).catch(() => undefined); // tidied away later
  await showProgress();
}

/** As people write it: days of their calendar, and a number that was given as “about” with its word, which would else be lost. */
function asTyped(sent: Response, lang: Lang): RawResponse {
  const { changedAt: _changedAt, ...content } = sent;
  // the wire has every member of the content; what stands beside it is not given again
  const again = givenAgain(content as unknown as CheckedResponse);
  const values: Record<string, unknown> = { ...again, answers: { ...again.answers } };
  const write = (pointer: string, say: (value: unknown) => string) => {
    const value = valueAt(values, toPath(pointer));
    if (value !== null && value !== undefined) putAt(values, toPath(pointer), say(value));
  };
  for (const { kind, pointer } of surveyQuestions())
    if (kind === 'date' || kind === 'day') write(pointer, (day) => formatDay(String(day), lang));
  for (const { code, pointer } of sent.violations)
    if (code === 'affected-approximate')
      write(pointer, (people) => `${aboutWords[lang]} ${people}`);
  return values;
}
