import { desktop } from '../support/browser.ts';
import { visitEveryPage } from './every-page.ts';

visitEveryPage('desk', [
  { name: 'Thai, dark', device: desktop, lang: 'th', theme: 'dark' },
  { name: 'English, light', device: desktop, lang: 'en', theme: 'light' },
]);
