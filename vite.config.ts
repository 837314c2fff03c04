import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { configDefaults, defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { shippedDataset } from './src/io/dataset/shipped-dataset.ts';

/**
 * Pages for tests and benches: the app's own index.html with another entry, built by `vite build --mode large`. `large`: the app with
 * many rows. `bare`: the grid that it is measured against. `parts`: sparklines and a chart of ours alone.
 */
const otherEntries: Readonly<Record<string, string>> = {
  large: '/tests/browser/large/main.ts',
  bare: '/tests/bench/browser/bare/main.ts',
  parts: '/tests/bench/browser/parts/main.ts',
};

/**
 * What static hosting must say in headers, because a `<meta>` policy cannot: nobody may frame the page. The rest of the
 * policy stands in index.html. `_headers` is the form that Netlify and Cloudflare Pages read.
 */
const headers = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const emitHeadersFile: Plugin = {
  name: 'emit-headers-file',
  apply: 'build',
  generateBundle() {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
    this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('')}` });
  },
};

/** The development server injects styles and its own client into the page, which the strict policy rightly refuses. */
const allowDevelopmentClient: Plugin = {
  name: 'allow-development-client',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/** What index.html calls the dataset. The built page calls it by its version, so that a browser may keep it for ever. */
const datasetAddress = '/dataset.json';

/** Throws, and with that ends the build, if the tables of `data/` are broken. */
const readDataset = () =>
  shippedDataset((table) => readFileSync(new URL(`data/${table}.tsv`, import.meta.url), 'utf8'));

/**
 * The tables of `data/` are decoded here and not by every reader's browser, which gets the dataset as JSON beside the scripts:
 * quicker to read than code, and fetched while the scripts still are.
 */
const decodeTables: Plugin = {
  name: 'decode-tables',
  configureServer({ middlewares }) {
    middlewares.use(datasetAddress, (_request, response) => {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(readDataset()));
    });
  },
  transformIndexHtml: {
    order: 'pre',
    handler(html, { server }) {
      return server ? html : html.replace(datasetAddress, `./${builtName(readDataset())}`);
    },
  },
  generateBundle() {
    const dataset = readDataset();
    this.emitFile({ type: 'asset', fileName: builtName(dataset), source: JSON.stringify(dataset) });
  },
};

const builtName = ({ version }: { readonly version: string }): string => `assets/dataset-${version}.json`;

const compileHint = '//# allFunctionsCalledOnLoad';

/**
 * The browser compiles all of the page's script while it comes, on another thread, and not each function when it is first called:
 * of what the page's own thread has to do until the sheet is ready, that is a fifth. The hint must be the first line, before what
 * Vite puts there, so it is written last. Browsers that do not know it read a comment.
 */
const compileWhileLoading: Plugin = {
  name: 'compile-while-loading',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.isEntry) file.code = `${compileHint}\n${file.code}`;
      }
    },
  },
};

const useEntry = (entry: string): Plugin => ({
  name: 'use-entry',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/src/main.ts', entry) },
});

export default defineConfig(({ mode }) => ({
  // Relative addresses: the built folder works under any path of any static host.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    decodeTables,
    emitHeadersFile,
    allowDevelopmentClient,
    compileWhileLoading,
    ...(otherEntries[mode] === undefined ? [] : [useEntry(otherEntries[mode])]),
  ],
  build: {
    target: 'es2022',
    outDir: otherEntries[mode] === undefined ? 'dist' : `node_modules/.cache/${mode}`,
    // The polyfill would be an extra script for browsers that we do not support.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the page's first script imports at once: all a reader waits for is one file, and compresses as one.
          // And what several later parts share is another: each more has its name in the page's script, and is one more request.
          groups: [
            { name: 'page', tags: ['$initial'] },
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
  // Saved scenarios belong to an origin, port included: another port would show an empty library.
  preview: { port: 4525, strictPort: true, headers },
  server: { port: 4526 },
  test: {
    exclude: [...configDefaults.exclude, 'tests/browser/**'],
    // One module cache and one jsdom for all files of a worker: with a fresh one for each, loading took three times as long as testing.
    pool: 'threads',
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/{core,io,data,golden,random,i18n}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'app', environment: 'jsdom', include: ['tests/{state,view}/**/*.test.{ts,svelte.ts}'] },
      },
      {
        extends: true,
        test: { name: 'build', environment: 'node', include: ['tests/build/**/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
}));
