/** The dependency table of src/README.md as data. A folder without a row, an import outside its row or a cycle fails. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCycles, readImports, type Import, type Sources } from './support/imports.ts';

const top = fileURLToPath(new URL('..', import.meta.url));

/** What a folder (or file) of `src` may import besides itself: paths below `src`, `data`, and package names. */
interface Row {
  readonly folder: string;
  readonly mayImport: readonly string[];
}

const table: readonly Row[] = [
  { folder: 'core/model', mayImport: [] },
  { folder: 'core/formula', mayImport: ['core/model', 'mathjs'] },
  { folder: 'core/entry', mayImport: ['core/model', 'core/formula'] },
  { folder: 'core/growth', mayImport: ['core/model', 'core/formula'] },
  { folder: 'core/fill', mayImport: ['core/model', 'core/formula'] },
  { folder: 'core/scenario', mayImport: ['core/model'] },
  { folder: 'core/recalc', mayImport: ['core/model', 'core/formula'] },
  { folder: 'core/target', mayImport: ['core/model', 'core/growth'] },
  { folder: 'core/analysis', mayImport: ['core/model', 'core/growth', 'core/target', 'core/recalc'] },
  { folder: 'core/projection', mayImport: ['core'] },
  { folder: 'io', mayImport: ['core', 'data', 'idb-keyval', 'qr'] },
  { folder: 'state', mayImport: ['core', 'svelte'] },
  { folder: 'view', mayImport: ['core/model', 'core/entry', 'state', 'i18n', 'svelte', 'chart.js'] },
  { folder: 'i18n', mayImport: ['core/model'] },
  { folder: 'App.svelte', mayImport: ['core/model', 'core/entry', 'state', 'view', 'i18n', 'svelte'] },
  { folder: 'main.ts', mayImport: ['start.svelte.ts', 'io'] },
  {
    folder: 'start.svelte.ts',
    mayImport: ['core', 'io', 'state', 'view', 'i18n', 'App.svelte', 'complete.svelte.ts', 'svelte'],
  },
  { folder: 'complete.svelte.ts', mayImport: ['core', 'io', 'state', 'i18n'] },
];

/** Who alone may use these, more narrowly than the rows say. `files`: at how many places at most. */
const narrow = [
  { what: 'mathjs', within: 'core/formula', files: 1 },
  { what: 'chart.js', within: 'view/chart', files: Infinity },
  { what: 'idb-keyval', within: 'io/storage', files: Infinity },
  { what: 'qr', within: 'io/share', files: Infinity },
  { what: 'data', within: 'io/dataset', files: Infinity },
] as const;

/** Whether `path` is `folder` or lies in it. */
const lies = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Paths below `src` lose that prefix, so that they read as the table does. */
const short = (path: string): string => path.replace(/^src\//, '');

function rowOf(file: string): Row | undefined {
  return table.find(({ folder }) => lies(short(file), folder));
}

function findViolations(sources: Sources): string[] {
  const imports = readImports(sources);
  return [
    ...[...sources.keys()].filter((file) => rowOf(file) === undefined).map((file) => `${file} is in no row`),
    ...imports.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} may not import ${to}`),
    ...narrow.flatMap(({ what, within, files }) => {
      const users = new Set(imports.filter(({ to }) => lies(short(to), what)).map(({ from }) => from));
      const outside = [...users].filter((file) => !lies(short(file), within));
      return [
        ...outside.map((file) => `${file} may not import ${what}: only ${within} may`),
        ...(users.size > files ? [`${what} is imported by ${[...users].join(', ')}`] : []),
      ];
    }),
    ...findCycles(imports).map((ring) => `cycle: ${[...ring, ring[0]].join(' → ')}`),
  ];
}

function isAllowed({ from, to }: Import): boolean {
  const row = rowOf(from);
  if (row === undefined) return true; // Reported as a file without a row.
  return [row.folder, ...row.mayImport].some((allowed) => lies(short(to), allowed));
}

/** Files below a folder of the project, as paths from its top level; none if there is no such folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(`${top}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name).slice(top.length));
}

const isCode = (file: string): boolean => /\.(ts|svelte)$/.test(file);

const sources: Sources = new Map(
  filesBelow('src')
    .filter(isCode)
    .map((file) => [file, readFileSync(`${top}${file}`, 'utf8')]),
);

describe('the source', () => {
  it('keeps the dependency table and has no cycles', () => {
    expect(sources.size).toBeGreaterThan(10);
    expect(findViolations(sources)).toEqual([]);
  });

  it('has no barrel files', () => {
    expect([...sources.keys()].filter((file) => /\/index(\.svelte)?\.ts$/.test(file))).toEqual([]);
  });

  it('names files by the convention', () => {
    const wrong = [...sources.keys()].filter((file) => {
      const name = posix.basename(file);
      return !(name.endsWith('.svelte') ? /^[A-Z][A-Za-z0-9]*\.svelte$/ : /^[a-z0-9-]+(\.svelte)?\.ts$/).test(name);
    });
    expect(wrong).toEqual([]);
  });

  it('makes no markup from text', () => {
    const files = [...sources].filter(([, text]) => /\{@html\b/.test(text)).map(([file]) => file);
    expect(files).toEqual([]);
  });

  it('is mirrored by the tests: each lies in a folder of the same name', () => {
    const folders = new Set([...sources.keys()].map((file) => posix.dirname(short(file))));
    const parents = new Set([...folders].flatMap((folder) => [folder, posix.dirname(folder)]));
    const tests = ['core', 'io', 'state', 'view', 'i18n']
      .flatMap((area) => filesBelow('tests').filter((file) => file.startsWith(`tests/${area}/`)))
      .filter((file) => file.endsWith('.test.ts'));
    expect(tests.filter((file) => !parents.has(posix.dirname(file).replace(/^tests\//, '')))).toEqual([]);
  });
});

describe('the check itself', () => {
  const check = (files: Record<string, string>): string[] => findViolations(new Map(Object.entries(files)));

  it.each([
    ['a value', `import { x } from '../formula/ast.ts';`],
    ['a type', `import type { X } from '../formula/ast.ts';`],
    ['a type in passing', `let x: import('../formula/ast.ts').X;`],
    ['a re-export', `export * from '../formula/ast.ts';`],
    ['a lazy import', `const x = await import('../formula/ast.ts');`],
    ['a worker', `new Worker(new URL('../formula/ast.ts', import.meta.url));`],
    ['a glob', `import.meta.glob('../formula/ast.ts', { query: '?raw' });`],
  ])('reports %s from a folder outside the row', (_, code) => {
    expect(check({ 'src/core/model/cell.ts': code })).toEqual([
      'src/core/model/cell.ts may not import src/core/formula/ast.ts',
    ]);
  });

  it('reads the scripts of components', () => {
    const component = `<script module>import 'chart.js';</script>\n<script lang="ts">import '../../io/x.ts';</script>`;
    expect(check({ 'src/view/grid/Grid.svelte': component })).toEqual([
      'src/view/grid/Grid.svelte may not import src/io/x.ts',
      'src/view/grid/Grid.svelte may not import chart.js: only view/chart may',
    ]);
  });

  it('does not take comments and strings for imports', () => {
    expect(check({ 'src/core/model/cell.ts': `// import '../recalc/x.ts'\nconst s = "import 'mathjs'";` })).toEqual([]);
  });

  it('reports packages and data outside their place, and a second user of mathjs', () => {
    expect(
      check({
        'src/core/formula/parse.ts': `import 'mathjs/number';`,
        'src/core/formula/print.ts': `import 'mathjs';`,
        'src/core/recalc/graph.ts': `import 'lodash';`,
        'src/io/share/link.ts': `import rows from '../../../data/targets.json';`,
      }),
    ).toEqual([
      'src/core/recalc/graph.ts may not import lodash',
      'mathjs is imported by src/core/formula/parse.ts, src/core/formula/print.ts',
      'src/io/share/link.ts may not import data: only io/dataset may',
    ]);
  });

  it('reports a folder without a row', () => {
    expect(check({ 'src/utils/text.ts': '' })).toEqual(['src/utils/text.ts is in no row']);
  });

  it('reports a cycle, even of types alone', () => {
    expect(
      check({
        'src/core/model/a.ts': `import type { B } from './b.ts';`,
        'src/core/model/b.ts': `import { c } from './c.ts';`,
        'src/core/model/c.ts': `export type { A } from './a.ts';`,
      }),
    ).toEqual(['cycle: src/core/model/a.ts → src/core/model/b.ts → src/core/model/c.ts → src/core/model/a.ts']);
  });

  it('allows what the rows allow', () => {
    expect(
      check({
        'src/core/projection/row.ts': `import '../recalc/calculation.ts'; import './cell.ts';`,
        'src/core/formula/parse.ts': `import 'mathjs/number';`,
        'src/io/dataset/load.ts': `import '../../../data/targets.json'; import '../../core/model/cell.ts';`,
        'src/view/chart/draw.ts': `import 'chart.js/auto';`,
        'src/start.svelte.ts': `import { mount } from 'svelte'; import App from './App.svelte'; import './io/x.ts';`,
      }),
    ).toEqual([]);
  });
});
