import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isDataset } from '../../src/io/dataset/load-dataset.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Kilobytes (1,000 bytes) of JavaScript and CSS, gzipped, that a reader waits for before the grid answers. */
const budget = 90;

/** Kilobytes of figures, gzipped, fetched beside the scripts. */
const datasetBudget = 40;

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

let output: readonly Output[] = [];

beforeAll(async () => {
  // Vitest says `test`, and with that Vite would build the development form of every package.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({ root: top, logLevel: 'warn', build: { write: false } });
  if (!('output' in built)) throw new Error('The build was expected to have one output.');
  output = built.output;
}, 120_000);

afterAll(() => {
  vi.unstubAllEnvs();
});

const chunks = (): Rolldown.OutputChunk[] => output.filter((file) => file.type === 'chunk');

/** The page's script and all that it imports at once; what it imports later is not waited for. */
function firstChunks(): Rolldown.OutputChunk[] {
  const all = new Map(chunks().map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set(chunks().filter((chunk) => html().includes(chunk.fileName)));
  for (const chunk of reached) {
    for (const name of chunk.imports) {
      const imported = all.get(name);
      if (imported !== undefined) reached.add(imported);
    }
  }
  return [...reached];
}

function html(): string {
  return text('index.html');
}

function text(fileName: string): string {
  const file = output.find((one) => one.fileName === fileName);
  if (file === undefined) throw new Error(`The build has no ${fileName}.`);
  if (file.type === 'chunk') return file.code;
  return typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
}

const linkedStyles = (): string[] =>
  [...html().matchAll(/<link[^>]+rel="stylesheet"[^>]+href="\.\/([^"]+)"/g)].map((match) => match[1] ?? '');

const packageOf = (module: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module.replaceAll('\\', '/'))?.[1] ?? 'our own';

/** A package, or a folder of ours such as `src/core/recalc`. */
const partOf = (module: string): string => {
  const name = packageOf(module);
  return name === 'our own'
    ? (/\bsrc\/(?:\w+\/\w+(?=\/)|\w+)/.exec(module.replaceAll('\\', '/'))?.[0] ?? module)
    : name;
};

/** What the first load would be without each part, as kilobytes less: code before minifying, so the order counts and not the sum. */
function weights(): readonly { readonly part: string; readonly kilobytes: number }[] {
  const modules = firstChunks().flatMap((chunk) => Object.entries(chunk.modules));
  const gzipped = (kept: typeof modules): number => gzipSync(kept.map(([, { code }]) => code ?? '').join('\n')).length;
  const all = gzipped(modules);
  return [...new Set(modules.map(([id]) => partOf(id)))]
    .map((part) => ({ part, kilobytes: (all - gzipped(modules.filter(([id]) => partOf(id) !== part))) / 1000 }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

describe('the built page', () => {
  it(`makes a reader wait for at most ${String(budget)} kB`, () => {
    const files = [...firstChunks().map((chunk) => chunk.fileName), ...linkedStyles()];
    const sizes = files.map((name) => ({ name, kilobytes: gzipSync(text(name)).length / 1000 }));
    const total = sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
    const list = sizes.map(({ name, kilobytes }) => `  ${kilobytes.toFixed(1).padStart(6)} kB  ${name}`);
    console.log([`first load: ${total.toFixed(1)} kB gzipped of ${String(budget)}`, ...list].join('\n'));
    const heaviest = weights().slice(0, 14);
    const saved = heaviest.map(({ part, kilobytes }) => `  ${kilobytes.toFixed(1).padStart(6)} kB  ${part}`);
    console.log(['less, before minifying, without', ...saved].join('\n'));
    expect(total).toBeGreaterThan(1);
    expect(total).toBeLessThanOrEqual(budget);
  });

  it(`sends at most ${String(datasetBudget)} kB of figures, whose fetch the page begins before its scripts`, () => {
    const link = /<link\s[^>]*id="dataset"[^>]*>/.exec(html())?.[0] ?? '';
    const name = /href="\.\/([^"]+)"/.exec(link)?.[1] ?? '';
    const kilobytes = gzipSync(text(name)).length / 1000;
    console.log(`figures: ${kilobytes.toFixed(1)} kB gzipped of ${String(datasetBudget)}  ${name}`);
    expect(link).toContain('rel="preload"');
    expect(isDataset(JSON.parse(text(name)))).toBe(true);
    expect(kilobytes).toBeLessThanOrEqual(datasetBudget);
  });

  it('decodes no table in the browser', () => {
    const modules = chunks().flatMap((chunk) => chunk.moduleIds.map((id) => id.replaceAll('\\', '/')));
    expect(modules.filter((id) => /\/dataset\/decode-|\.tsv/.test(id))).toEqual([]);
  });

  it('leaves the chart library for later', () => {
    const packages = new Set(firstChunks().flatMap((chunk) => chunk.moduleIds.map(packageOf)));
    expect(packages).toContain('svelte');
    expect(packages).not.toContain('chart.js');
  });

  it('asks the browser, in the first line, to compile what the page begins with while it comes', () => {
    const [first] = firstChunks();
    expect(first?.code).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
    expect(text(first?.fileName ?? '')).toBe(first?.code);
  });

  it('needs no exception from its content security policy', () => {
    const page = html();
    expect(page).toContain('Content-Security-Policy');
    expect(page).not.toMatch(/unsafe-/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect([...page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1])).toEqual(['']);
  });

  it('compiles no code from text', () => {
    const guilty = chunks().filter(({ code }) => /\bnew Function\b|[^.\w]eval\(/.test(code));
    expect(guilty.map((chunk) => chunk.fileName)).toEqual([]);
  });

  it('may lie in any folder: its addresses are relative', () => {
    const addresses = [...html().matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((address) => !address?.startsWith('./'))).toEqual([]);
  });
});
