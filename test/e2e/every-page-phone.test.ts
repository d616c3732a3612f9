import { phone } from '../support/browser.ts';
import { visitEveryPage } from './every-page.ts';

visitEveryPage('phone', [
  { name: 'Thai, light', device: phone, lang: 'th', theme: 'light' },
  { name: 'English, dark', device: phone, lang: 'en', theme: 'dark' },
]);
