import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';

/** public on purpose: these accounts exist only where all data are invented */
const password = 'rabfang-demo';
const accounts = ['malee', 'somchai', 'wanida', 'nok', 'admin'] as const;

interface DemoAccountsProps {
  readonly onChoose: (username: string, password: string) => void;
}

/** Only on a server that shows demonstration data: one press fills the form in. */
export function DemoAccounts({ onChoose }: DemoAccountsProps) {
  const { t } = useI18n();
  const words = t.shell.signIn;
  return (
    <section class="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{words.demoTitle}</h2>
      <p class="small muted">{words.demoText}</p>
      <ul>
        {accounts.map((name) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                onChoose(name, password);
                announce(words.demoFilled(name));
              }}
            >
              <b>{name}</b> <span class="muted">{words.demoAccounts[name]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
