// what every page looks like stands before what one page adds to it
import './style/tokens.css';
import './style/fonts.css';
import './style/base.css';
import './style/shell.css';
import './style/controls.css';
import './style/content.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { startAppearance } from './data/appearance.ts';
import { refreshSession, tellSignOut } from './data/session.ts';
import { refreshSurvey } from './data/survey.ts';
import { leadFocus } from './focus-led.ts';
import { needAreas } from './i18n/i18n.ts';

startAppearance();
leadFocus();
void refreshSession();
addEventListener('online', () => void tellSignOut());
void refreshSurvey();
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
// the first drawing is already in the person's language, or in ours when that cannot be had. Not awaited: what comes later stands on this file
void needAreas([])
  .catch(() => undefined)
  .then(() => render(<App />, root));
