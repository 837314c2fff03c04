/** Reads which file imports which, for the architecture test. Types count, and so do `import()` and worker addresses. */
import { posix } from 'node:path';
import ts from 'typescript';

/** Path from the project's top level (`src/core/model/cell.ts`) → text of the file. */
export type Sources = ReadonlyMap<string, string>;

/** One file's import of another: of a file of ours (its path), or of a package (its name). */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly package: boolean;
}

/** Forms that TypeScript's own scan does not report: a worker's address and Vite's glob. */
const addressForms = [
  /new\s+URL\(\s*['"`]([^'"`]+)['"`]\s*,\s*import\.meta\.url/g,
  /import\.meta\.glob(?:<[^>]*>)?\(\s*\[?\s*['"`]([^'"`]+)['"`]/g,
];

export function readImports(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) => specifiersOf(from, text).map((specifier) => resolve(from, specifier)));
}

function specifiersOf(path: string, text: string): string[] {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const scanned = ts.preProcessFile(code, true, true).importedFiles.map((file) => file.fileName);
  const addresses = addressForms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
  return [...scanned, ...addresses];
}

function scriptsOf(component: string): string {
  return [...component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

function resolve(from: string, specifier: string): Import {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { from, to: posix.join(posix.dirname(from), bare), package: false };
  if (bare.startsWith('/')) return { from, to: bare.slice(1), package: false };
  return { from, to: bare, package: true };
}

/** The cycles among files of ours, each as its ring of paths, beginning with the one that was met first. */
export function findCycles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, package: outside } of imports) {
    if (!outside) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const cycles: string[][] = [];
  const finished = new Set<string>();

  function visit(file: string, trail: readonly string[]): void {
    const start = trail.indexOf(file);
    if (start !== -1) {
      cycles.push(trail.slice(start));
      return;
    }
    if (finished.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
    finished.add(file);
  }

  for (const file of next.keys()) visit(file, []);
  return cycles;
}
