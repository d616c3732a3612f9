// Which Rabfang this is, as package.json says; that lies one folder higher when this was built into dist/.
import { readFileSync } from 'node:fs';

export function versionOfRabfang(): string {
  for (const place of ['../package.json', '../../package.json'])
    try {
      const text = readFileSync(new URL(place, import.meta.url), 'utf8');
      return String(JSON.parse(text).version);
    } catch {
      // not there: the other place
    }
  return 'unknown';
}
