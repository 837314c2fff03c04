/** Whether a path can be offered for a row. */
import type { GrowthPath } from './path.ts';
import { pathFormulas, type PathContext, type PathProblem } from './write-path.ts';

/** Why the path cannot be chosen for the row; `undefined` when it can. */
export function pathProblem(path: GrowthPath, context: PathContext): PathProblem | undefined {
  const formulas = pathFormulas(path, context);
  return formulas.ok ? undefined : formulas.error;
}
