import { defineConfig, type Plugin } from 'vite';
import { fieldChunks } from './build/field-chunks.ts';
import { serviceWorker } from './build/service-worker.ts';

/** `lucide-static/icons/house.svg?icon` → the shapes of the drawing as data, so nothing is ever set as markup. */
function icons(): Plugin {
  return {
    name: 'icons',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.svg?icon')) return null;
      const { readFile } = await import('node:fs/promises');
      const svg = await readFile(id.slice(0, -'?icon'.length), 'utf8');
      const inside = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1);
      const shapes = [...inside.matchAll(/<([a-z]+)((?:\s+[a-z0-9-]+="[^"]*")+)\s*\/>/g)].map(
        (shape) => [
          shape[1],
          Object.fromEntries(
            [...(shape[2] ?? '').matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map((pair) => [
              pair[1],
              pair[2],
            ]),
          ),
        ],
      );
      if (shapes.length === 0) throw new Error(`no shapes found in ${id}`);
      return `export default ${JSON.stringify(shapes)}`;
    },
  };
}

/** Dark is written once in tokens.css; here it is repeated for people whose system is dark and who chose nothing. */
function darkBySystem(): Plugin {
  return {
    name: 'dark-by-system',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/style/tokens.css')) return null;
      const start = code.indexOf(':root[data-theme="dark"] {');
      const block = code.slice(code.indexOf('{', start), code.indexOf('}', start) + 1);
      const bySystem = `@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) ${block} }\n`;
      const print = code.indexOf('@media print');
      return code.slice(0, print) + bySystem + code.slice(print);
    },
  };
}

/** What pages share goes into one file: thirty small ones would cost a phone thirty journeys. */
const kit =
  /node_modules\/(preact|lucide-static)\/|client\/ui\/(?!charts|Outbox)|client\/data\/(api|appearance|session|store|survey|use-query)\.|client\/i18n\/(format|i18n|violation-text)/;

const field = fieldChunks();

export default defineConfig({
  root: import.meta.dirname,
  plugins: [icons(), darkBySystem(), field.plugin, serviceWorker()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    // the content security policy allows nothing that is not a file of this server
    assetsInlineLimit: 0,
    // kB: the library that writes workbooks comes with the first one that is saved
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: field.nameOf, debugName: 'field', priority: 1 },
            { name: 'kit', test: kit, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: process.env.API_ORIGIN ?? 'http://127.0.0.1:3000', changeOrigin: true },
    },
  },
});
