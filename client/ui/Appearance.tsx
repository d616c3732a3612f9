import { langs } from '../../shared/text/names.ts';
import { choose, isDark, useAppearance } from '../data/appearance.ts';
import { ownNames } from '../i18n/grammar.ts';
import { switchLang, useI18n } from '../i18n/i18n.ts';
import { IconButton } from './Button.tsx';
import { moon } from './icons.ts';

export function LangSwitch() {
  const { lang, t } = useI18n();
  return (
    <fieldset class="seg" aria-label={t.shell.language}>
      {langs.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === lang}
          onClick={() => void switchLang(one)}
        >
          {ownNames[one]}
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
