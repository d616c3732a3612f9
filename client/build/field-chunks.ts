// Which files the script comes in. Each one costs a poor line a journey of seconds, so everything between signing in and the first
// answer is one: `app`, with the frame that every page stands in. `rest` is what a phone in the field needs a moment later (the rules,
// sending, photos, the calendar), `english` the words of the first in the other language.
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

type Modules = Pick<Rolldown.PluginContext, 'getModuleIds' | 'getModuleInfo'>;

/** first match wins: what stands in an earlier file is there already */
const files: readonly { readonly name: string; readonly roots: RegExp }[] = [
  {
    name: 'app',
    roots: /client\/main\.tsx$/,
  },
  {
    name: 'rest',
    roots:
      /client\/(pages\/collect\/(rest\.ts|OutboxPage\.tsx)|data\/outbox\.ts|ui\/(ReturnedList|SignOut)\.tsx|i18n\/th\/(sending|violations)\.ts)$/,
  },
  {
    name: 'english',
    roots: /client\/i18n\/en(\/(collect|home))?\.ts$/,
  },
];

export interface FieldChunks {
  readonly plugin: Plugin;
  /** for a group of the bundler: the file that a module comes in, or null */
  readonly nameOf: (module: string) => string | null;
}

export function fieldChunks(): FieldChunks {
  let known: ReadonlyMap<string, string> = new Map();
  return {
    plugin: {
      name: 'field-chunks',
      buildEnd() {
        known = sorted(this);
      },
      transformIndexHtml: () => askedAtOnce,
    },
    nameOf: (module) => known.get(module) ?? null,
  };
}

/** Who is signed in and what is asked come beside the script, not after it. */
const askedAtOnce: HtmlTagDescriptor[] = ['/api/session', '/api/surveys'].map((href) => ({
  tag: 'link',
  injectTo: 'head',
  attrs: { rel: 'preload', as: 'fetch', href, crossorigin: true },
}));

/** A root brings along whatever it imports, but for what comes only when it is asked for. */
function sorted(modules: Modules): Map<string, string> {
  const home = new Map<string, string>();
  const ids = [...modules.getModuleIds()];
  for (const { name, roots } of files) {
    const queue = ids.filter((id) => roots.test(id));
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (home.has(id)) continue;
      home.set(id, name);
      queue.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return home;
}
