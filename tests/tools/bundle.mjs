/**
 * Turns a TypeScript program of ours into one file that Node 20 runs, for benchmarks: they measure in processes of
 * their own, where nothing compiles or watches while the clock runs. Packages stay outside and load from node_modules.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const top = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param {string} entry path of the `.ts` file from the top level, such as `tests/bench/recalc.ts`
 * @returns {Promise<string>} path of the `.mjs` file
 */
export async function bundleForNode(entry) {
  const name = entry.replace(/\.ts$/, '').replaceAll(/[^\w-]+/g, '-');
  const outDir = join(top, 'node_modules', '.cache', 'bundle');
  process.env.NODE_ENV = 'production';
  await build({
    root: top,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: join(top, entry),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
