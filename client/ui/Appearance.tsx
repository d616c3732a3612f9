import { choose, isDark, useAppearance } from '../data/appearance.ts';
import { switchLang, useI18n } from '../i18n/i18n.ts';
import type { Lang } from '../i18n/messages.ts';
import { IconButton } from './Button.tsx';
import { moon } from './icons.ts';

const langs: readonly { readonly lang: Lang; readonly word: string }[] = [
  { lang: 'th', word: 'ไทย' },
  { lang: 'en', word: 'EN' },
];

export function LangSwitch() {
  const { lang, t } = useI18n();
  return (
    <fieldset class="seg" aria-label={t.shell.language}>
      {langs.map((one) => (
        <button
          key={one.lang}
          type="button"
          lang={one.lang}
          aria-pressed={one.lang === lang}
          onClick={() => void switchLang(one.lang)}
        >
          {one.word}
        </button>
      ))}
    </fieldset>
  );
}

export function ThemeSwitch() {
  const { t } = useI18n();
  useAppearance();
  const dark = isDark();
  return (
    <span class="theme">
      <IconButton
        icon={moon}
        label={t.shell.darkMode}
        pressed={dark}
        onClick={() => choose({ theme: dark ? 'light' : 'dark' })}
      />
    </span>
  );
}
