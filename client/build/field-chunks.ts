// Which files the script comes in. Each one costs a poor line a journey of seconds, so everything between signing in and the first
// answer is one: `app`, with the frame that every page stands in. `rest` is what a phone in the field needs a moment later (the rules,
// sending, photos, the calendar), `common` the part of it that the overview wants too, `english` the words of the first in the other language.
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

/** who opens it need not fetch rules, sending and photos with the few parts that it shares with them */
const overview = /client\/pages\/dashboard\//;

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
  const rootsIn = (roots: RegExp) => ids.filter((id) => roots.test(id));
  for (const { name, roots } of files) {
    for (const id of reachable(rootsIn(roots), modules)) if (!home.has(id)) home.set(id, name);
  }
  for (const id of reachable(rootsIn(overview), modules))
    if (home.get(id) === 'rest') home.set(id, 'common');
  return home;
}

/** With what they import, and so on; but for what comes only when it is asked for. */
function reachable(roots: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
