/** Every function that a formula may call. What is not in this table cannot run. */
import type { FunctionName } from './ast.ts';
import { limits } from '../model/limits.ts';
import { foldName } from './normalize.ts';

export interface FunctionSpec {
  readonly name: FunctionName;
  /** Other names for it, in lower case. */
  readonly aliases: readonly string[];
  readonly least: number;
  readonly most: number;
  /** Whether its arguments may be ranges. */
  readonly aggregates: boolean;
  /** Names of the arguments as the editor shows them; those in `[]` may be left out, `…` repeats. */
  readonly signature: string;
}

const many = limits.formulaArguments;

function aggregate(name: FunctionName, ...aliases: string[]): FunctionSpec {
  return { name, aliases, least: 1, most: many, aggregates: true, signature: 'value, …' };
}

function scalar(
  name: FunctionName,
  least: number,
  most: number,
  signature: string,
  ...aliases: string[]
): FunctionSpec {
  return { name, aliases, least, most, aggregates: false, signature };
}

/**
 * Semantics are Excel's. Where a function also exists in mathjs, the name of mathjs is an alias and the meaning stays Excel's:
 * `log(x)` is base 10. `ROUND`, `ROUNDUP` and `ROUNDDOWN` may leave out the digits (0), as mathjs may.
 * `CAGR(first, last, years)` is `(last/first)^(1/years)-1`; `RRI(nper, pv, fv)` is the same with Excel's order.
 * `FV`, `PV` and `NPER` follow Excel's sign convention: money paid is negative.
 */
export const functions: readonly FunctionSpec[] = [
  aggregate('SUM'),
  aggregate('AVERAGE', 'mean'),
  aggregate('MIN'),
  aggregate('MAX'),
  aggregate('COUNT'),
  aggregate('MEDIAN'),
  scalar('ROUND', 1, 2, 'number, [digits]'),
  scalar('ROUNDUP', 1, 2, 'number, [digits]'),
  scalar('ROUNDDOWN', 1, 2, 'number, [digits]'),
  scalar('INT', 1, 1, 'number', 'floor'),
  scalar('ABS', 1, 1, 'number'),
  scalar('SQRT', 1, 1, 'number'),
  scalar('EXP', 1, 1, 'number'),
  scalar('LN', 1, 1, 'number'),
  scalar('LOG', 1, 2, 'number, [base]'),
  scalar('LOG10', 1, 1, 'number'),
  scalar('POWER', 2, 2, 'number, power', 'pow'),
  scalar('MOD', 2, 2, 'number, divisor'),
  scalar('SIGN', 1, 1, 'number'),
  scalar('IF', 2, 3, 'test, then, [else]'),
  scalar('IFERROR', 2, 2, 'value, fallback'),
  aggregate('AND'),
  aggregate('OR'),
  scalar('NOT', 1, 1, 'test'),
  scalar('CAGR', 3, 3, 'first, last, years'),
  scalar('RRI', 3, 3, 'nper, pv, fv'),
  scalar('FV', 3, 5, 'rate, nper, pmt, [pv], [type]'),
  scalar('PV', 3, 5, 'rate, nper, pmt, [fv], [type]'),
  scalar('NPER', 3, 5, 'rate, pmt, pv, [fv], [type]'),
];

const byName: ReadonlyMap<string, FunctionSpec> = new Map(
  functions.flatMap((spec) => [spec.name.toLowerCase(), ...spec.aliases].map((name) => [name, spec] as const)),
);

/** The function of that name or alias, in any case; `undefined` if there is none. */
export function findFunction(name: string): FunctionSpec | undefined {
  return byName.get(foldName(name));
}

/** Every name and alias, in lower case: none of them may name a row. */
export const functionNames: readonly string[] = [...byName.keys()];
