// The languages that are spoken, and names in each of them. Over the wire and in stored definitions a name has a member for each
// language (`nameTh`, `nameEn`), which only this file takes apart.
export const langs = ['th', 'en'] as const;
export type Lang = (typeof langs)[number];

/** One name or word in every language. */
export type Names = Readonly<Record<Lang, string>>;

type What = 'name' | 'label' | 'hint';
type Given<W extends What, Absent> = Readonly<Record<`${W}Th`, string>> &
  Readonly<Partial<Record<`${W}En`, string | Absent>>>;

/** What carries `nameTh` and `nameEn`; the Thai name stands where there is no other. */
export function nameIn(thing: Given<'name', null>, lang: Lang): string {
  return wordIn(thing, 'name', lang) ?? thing.nameTh;
}

export function labelIn(thing: Given<'label', null>, lang: Lang): string {
  return wordIn(thing, 'label', lang) ?? thing.labelTh;
}

export function hintIn(thing: Partial<Given<'hint', null>>, lang: Lang): string | undefined {
  return wordIn(thing, 'hint', lang) ?? thing.hintTh;
}

/** Its names in all languages, each once. */
export function allNames(thing: Given<'name', null>): readonly string[] {
  return [...new Set(langs.map((lang) => nameIn(thing, lang)))];
}

export function allLabels(thing: Given<'label', null>): readonly string[] {
  return [...new Set(langs.map((lang) => labelIn(thing, lang)))];
}

/** `{ th, en }` → `{ labelTh, labelEn }` */
export function inMembers<W extends What>(
  what: W,
  names: Names,
): Readonly<Record<`${W}${Capitalize<Lang>}`, string>> {
  const members = langs.map((lang) => [what + ending(lang), names[lang]] as const);
  return Object.fromEntries(members) as Record<`${W}${Capitalize<Lang>}`, string>; // one for each language
}

function wordIn(thing: object, what: What, lang: Lang): string | null | undefined {
  // the member's name is made of a word and a language
  return (thing as Readonly<Record<string, string | null | undefined>>)[what + ending(lang)];
}

const ending = (lang: Lang): string => lang.charAt(0).toUpperCase() + lang.slice(1);
