import { later, useLater } from '../../data/later.ts';
import { needAreas } from '../../i18n/i18n.ts';

/** With the words of what the rules say. */
export const formRest = later(async () => {
  const [{ rest }] = await Promise.all([import('./rest.ts'), needAreas(['sending', 'violations'])]);
  return rest;
});

/** null until it has come: right after the form, on a poor line some seconds later. */
export const useRest = () => useLater(formRest);
