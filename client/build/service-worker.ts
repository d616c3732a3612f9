// Builds the service worker last, when it is known what the field's pages are made of: the list of those files goes into it.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** what an enumerator opens in a day, with the words of both languages; what these need comes along */
const ofTheField =
  /(client\/(main\.tsx|photos\/shrink\.ts|i18n\/en\.ts|pages\/(collect|home|signin|account)\/|i18n\/(th|en)\/(home|collect|sending|violations|problems|account|sign-in-service)\.ts)|shared\/places\/districts\.ts)/;

const publicFiles = ['manifest.webmanifest', 'icons/icon-192.png'];

export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const { publicDir } = this.environment.config;
        const files = await listed(fieldFiles(bundle), bundle, publicDir);
        const source = await compile(files);
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
      },
    },
  };
}

/** Every file that one of the field's parts needs, by whichever way. */
function fieldFiles(bundle: Bundle): string[] {
  const found = new Set(['index.html']);
  const take = (name: string): void => {
    const one = bundle[name];
    if (!one || found.has(name)) return;
    found.add(name);
    if (one.type === 'chunk') for (const needed of neededBy(one)) take(needed);
  };
  for (const one of Object.values(bundle))
    if (one.type === 'chunk' && one.moduleIds.some((id) => ofTheField.test(id))) take(one.fileName);
  for (const { fileName } of Object.values(bundle))
    if (/\.(woff2|svg)$/.test(fileName)) found.add(fileName);
  return [...found].sort();
}

/** The frame leads to every page and a language to the words of all; the others to what they need later. */
function neededBy(chunk: Chunk): string[] {
  const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {};
  const isCrossing = chunk.moduleIds.some((id) => /client\/(main\.tsx|i18n\/en\.ts)$/.test(id));
  const later = isCrossing ? [] : chunk.dynamicImports;
  return [...chunk.imports, ...later, ...importedCss, ...importedAssets];
}

async function listed(names: readonly string[], bundle: Bundle, publicDir: string) {
  const { readFile } = await import('node:fs/promises');
  const built = names.map((name): [string, string | Uint8Array] => {
    const one = bundle[name];
    const content = one?.type === 'chunk' ? one.code : (one?.source ?? '');
    return [name === 'index.html' ? '/' : `/${name}`, content];
  });
  const given = await Promise.all(
    publicFiles.map(
      async (name): Promise<[string, Uint8Array]> => [
        `/${name}`,
        await readFile(join(publicDir, name)),
      ],
    ),
  );
  const files = Object.fromEntries(
    [...built, ...given].map(([path, content]) => [path, `sha256-${digest(content, 'base64')}`]),
  );
  return { version: digest(JSON.stringify(files), 'hex').slice(0, 16), files };
}

const digest = (content: string | Uint8Array, as: 'base64' | 'hex'): string =>
  createHash('sha256').update(content).digest(as);

/** One file without imports: a worker of the oldest browser that we know reads no modules. */
async function compile(appFiles: object): Promise<string> {
  const entry = join(import.meta.dirname, '..', 'offline', 'service-worker.ts');
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'worker' } },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [worker] = outputs.filter((one) => one.type === 'chunk');
  if (!worker) throw new Error('the service worker was not built');
  return `const appFiles=${JSON.stringify(appFiles)};\n${worker.code}`;
}
