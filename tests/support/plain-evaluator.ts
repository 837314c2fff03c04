/**
 * The truth that the calculation must equal: everything from scratch, by straight recursion over the trees, with maps of cell
 * keys. Slow and plain on purpose, and shares nothing with `src/core/recalc` but the table of numeric functions, which has
 * tests of its own.
 */
import type { BinaryOperator, Expression, FormulaError, FunctionName, Reference } from '../../src/core/formula/ast.ts';
import {
  cellKey,
  parseCellKey,
  type CellKey,
  type Column,
  type IndicatorId,
  type Year,
} from '../../src/core/model/cell.ts';
import type { CellError, CellInput, CellValue, ErrorCode } from '../../src/core/model/input.ts';
import type { Result } from '../../src/core/model/result.ts';
import { hasZeroDivisor, omittedArgument, scalarFunctions } from '../../src/core/recalc/arithmetic.ts';

export interface PlainSheet {
  readonly indicators: readonly IndicatorId[];
  readonly years: readonly Year[];
}

/** The cell a formula stands in. */
interface Stand {
  readonly key: CellKey;
  readonly indicator: IndicatorId;
  readonly column: Column;
  readonly year: number;
}

/** Thrown inside a formula, caught at its cell or by IFERROR. */
class Failure extends Error {
  readonly error: CellError;
  constructor(error: CellError) {
    super(error.code);
    this.error = error;
  }
}

/** The value of every calculating cell. */
export function evaluatePlainly(
  sheet: PlainSheet,
  inputs: ReadonlyMap<CellKey, CellInput>,
  parse: (source: string) => Result<Expression, FormulaError>,
): Map<CellKey, CellValue> {
  const [baseYear = 0] = sheet.years;
  const columns: Column[] = [
    ...sheet.years.map((year): Column => ({ kind: 'value', year })),
    { kind: 'growth' },
    ...sheet.years.slice(1).map((year): Column => ({ kind: 'yearGrowth', year })),
  ];
  const keys = sheet.indicators.flatMap((indicator) => columns.map((column) => cellKey(indicator, column)));
  const trees = new Map<CellKey, Result<Expression, FormulaError>>();
  for (const key of keys) {
    const input = inputs.get(key);
    if (input?.kind === 'formula') trees.set(key, parse(input.source));
  }
  const reads = new Map<CellKey, CellKey[]>();
  for (const [key, tree] of trees) reads.set(key, tree.ok ? cellsRead(tree.value, standOf(key)) : []);
  const rings = new Map<CellKey, readonly CellKey[]>();
  for (const component of components([...trees.keys()], (key) => reads.get(key) ?? [])) {
    const [only] = component;
    if (component.length === 1 && only && !reads.get(only)?.includes(only)) continue;
    const ring = inReadingOrder(component);
    for (const key of component) rings.set(key, ring);
  }
  const values = new Map<CellKey, CellValue>();
  for (const key of keys) valueOf(key);
  return values;

  function standOf(key: CellKey): Stand {
    const ref = parseCellKey(key);
    if (!ref) throw new Error(`Not a cell: ${key}`);
    const { indicator, column } = ref;
    return { key, indicator, column, year: 'year' in column ? column.year : baseYear };
  }

  function valueOf(key: CellKey): CellValue {
    const known = values.get(key);
    if (known) return known;
    const value = compute(key);
    values.set(key, value);
    return value;
  }

  function compute(key: CellKey): CellValue {
    const input = inputs.get(key);
    if (!input) return { kind: 'blank' };
    if (input.kind === 'number') {
      return Number.isFinite(input.value) ? numberValue(input.value) : errorValue({ code: '#NUM!', origin: key });
    }
    if (input.kind === 'text') return errorValue({ code: '#VALUE!', origin: key });
    const ring = rings.get(key);
    if (ring) return errorValue({ code: '#CYCLE!', origin: key, ring });
    const tree = trees.get(key);
    if (!tree) throw new Error(`No tree: ${key}`);
    if (!tree.ok) {
      const unknown = tree.error.code === 'unknownName' || tree.error.code === 'unknownFunction';
      return errorValue({ code: unknown ? '#NAME?' : '#ERROR!', origin: key });
    }
    try {
      return numberValue(evaluate(tree.value, standOf(key)));
    } catch (failure) {
      if (failure instanceof Failure) return errorValue(failure.error);
      throw failure;
    }
  }

  /** The cell of a reference; undefined outside the sheet. */
  function cellOf({ row, year, measure }: Reference, stand: Stand): CellKey | undefined {
    const indicator = row.kind === 'own' ? stand.indicator : row.indicator;
    const target =
      year.kind === 'same'
        ? stand.year
        : year.kind === 'offset'
          ? stand.year + year.years
          : year.kind === 'base'
            ? baseYear
            : year.year;
    const found = sheet.years.find((each) => each === target);
    if (found === undefined || !sheet.indicators.includes(indicator)) return undefined;
    if (measure === 'value') return cellKey(indicator, { kind: 'value', year: found });
    const ofYear = cellKey(indicator, { kind: 'yearGrowth', year: found });
    const isOwn =
      stand.column.kind === 'yearGrowth' &&
      row.kind === 'own' &&
      (year.kind === 'same' || (year.kind === 'offset' && year.years === 0));
    return found !== baseYear && inputs.has(ofYear) && !isOwn ? ofYear : cellKey(indicator, { kind: 'growth' });
  }

  /** The cells of a range, row by row; undefined if an end is outside the sheet. */
  function cellsOf(range: Expression & { kind: 'range' }, stand: Stand): CellKey[] | undefined {
    const ends = [range.from, range.to].map((end) => {
      const ref = parseCellKey(cellOf({ ...end, measure: 'value' }, stand) ?? '');
      return ref?.column.kind === 'value'
        ? { row: sheet.indicators.indexOf(ref.indicator), year: ref.column.year }
        : undefined;
    });
    const [from, to] = ends;
    if (!from || !to || range.from.measure !== range.to.measure) return undefined;
    const rows = sheet.indicators.slice(Math.min(from.row, to.row), Math.max(from.row, to.row) + 1);
    const years = sheet.years.filter(
      (year) => year >= Math.min(from.year, to.year) && year <= Math.max(from.year, to.year),
    );
    return rows.flatMap((indicator) =>
      years.flatMap(
        (year) =>
          cellOf(
            {
              kind: 'reference',
              measure: range.from.measure,
              row: { kind: 'indicator', indicator },
              year: { kind: 'year', year },
            },
            stand,
          ) ?? [],
      ),
    );
  }

  function cellsRead(node: Expression, stand: Stand): CellKey[] {
    switch (node.kind) {
      case 'reference':
        return [cellOf(node, stand) ?? []].flat();
      case 'range':
        return cellsOf(node, stand) ?? [];
      case 'unary':
        return cellsRead(node.operand, stand);
      case 'binary':
        return [...cellsRead(node.left, stand), ...cellsRead(node.right, stand)];
      case 'call':
        return node.arguments.flatMap((argument) => cellsRead(argument, stand));
      default:
        return [];
    }
  }

  /** From the first cell of the sheet to what it reads, and on, within the component. */
  function inReadingOrder(component: readonly CellKey[]): CellKey[] {
    const ordered: CellKey[] = [];
    const follow = (key: CellKey): void => {
      if (ordered.includes(key) || !component.includes(key)) return;
      ordered.push(key);
      for (const read of reads.get(key) ?? []) follow(read);
    };
    const first = keys.find((key) => component.includes(key));
    if (first) follow(first);
    return ordered;
  }

  function evaluate(node: Expression, stand: Stand): number {
    const fail = (code: ErrorCode, missing?: CellKey): never => {
      throw new Failure({ code, origin: stand.key, ...(missing && { missing }) });
    };
    const finite = (value: number, code: ErrorCode = '#NUM!'): number => (Number.isFinite(value) ? value : fail(code));
    const cell = (key: CellKey): number => {
      const value = valueOf(key);
      if (value.kind === 'error') throw new Failure(value.error);
      return value.kind === 'number' ? value.value : fail('#N/A', key);
    };
    /** The numbers of one argument of an aggregate. */
    const numbers = (argument: Expression): number[] => {
      if (argument.kind !== 'range') return [evaluate(argument, stand)];
      const cells = cellsOf(argument, stand) ?? fail('#REF!');
      return cells.filter((key) => valueOf(key).kind !== 'blank').map(cell);
    };
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

    switch (node.kind) {
      case 'number':
        return node.value;
      case 'boolean':
        return node.value ? 1 : 0;
      case 'year':
        return stand.year;
      case 'reference':
        return cell(cellOf(node, stand) ?? fail('#REF!'));
      case 'range':
        return fail('#VALUE!');
      case 'unary': {
        const operand = evaluate(node.operand, stand);
        return node.operator === '-' ? -operand : node.operator === '%' ? operand / 100 : operand;
      }
      case 'binary':
        return combine(node.operator, evaluate(node.left, stand), evaluate(node.right, stand));
      case 'call':
        return call(node.name, node.arguments);
    }

    function combine(operator: BinaryOperator, a: number, b: number): number {
      const difference = Math.abs(a - b) < Math.abs(a) * 2 ** -50 ? 0 : a - b;
      switch (operator) {
        case '+':
          return Math.abs(a + b) < Math.abs(a) * 2 ** -50 ? 0 : finite(a + b);
        case '-':
          return finite(difference);
        case '*':
          return finite(a * b);
        case '/':
          return b === 0 ? fail('#DIV/0!') : finite(a / b);
        case '^':
          if (a === 0 && b <= 0) return fail(b === 0 ? '#NUM!' : '#DIV/0!');
          return finite(a ** b);
        case '=':
          return difference === 0 ? 1 : 0;
        case '<>':
          return difference === 0 ? 0 : 1;
        case '<':
          return difference < 0 ? 1 : 0;
        case '<=':
          return difference <= 0 ? 1 : 0;
        case '>':
          return difference > 0 ? 1 : 0;
        case '>=':
          return difference >= 0 ? 1 : 0;
      }
    }

    function attempt(argument: Expression): number | undefined {
      try {
        return evaluate(argument, stand);
      } catch (failure) {
        if (failure instanceof Failure) return undefined;
        throw failure;
      }
    }

    function call(name: FunctionName, given: readonly Expression[]): number {
      switch (name) {
        case 'IF': {
          const [test, then, otherwise] = given;
          if (!test || !then) throw new Error('IF needs two arguments');
          if (evaluate(test, stand) !== 0) return evaluate(then, stand);
          return otherwise ? evaluate(otherwise, stand) : 0;
        }
        case 'IFERROR': {
          const [tried, fallback] = given;
          if (!tried || !fallback) throw new Error('IFERROR needs two arguments');
          return attempt(tried) ?? evaluate(fallback, stand);
        }
        case 'AND':
        case 'OR': {
          const settling = name === 'OR';
          let tested = 0;
          for (const argument of given) {
            const values = numbers(argument);
            if (values.some((value) => (value !== 0) === settling)) return settling ? 1 : 0;
            tested += values.length;
          }
          return tested === 0 ? fail('#VALUE!') : settling ? 0 : 1;
        }
        case 'COUNT':
          return sum(
            given.map((argument) => {
              if (argument.kind !== 'range') return attempt(argument) === undefined ? 0 : 1;
              return (cellsOf(argument, stand) ?? []).filter((key) => valueOf(key).kind === 'number').length;
            }),
          );
        case 'SUM':
          return finite(sum(given.map((argument) => sum(numbers(argument)))));
        case 'AVERAGE': {
          const parts = given.map(numbers);
          const count = parts.flat().length;
          return count === 0 ? fail('#DIV/0!') : finite(sum(parts.map(sum)) / count);
        }
        case 'MIN':
        case 'MAX': {
          const values = given.flatMap(numbers).sort((a, b) => a - b);
          return (name === 'MIN' ? values.at(0) : values.at(-1)) ?? 0;
        }
        case 'MEDIAN': {
          const values = given.flatMap(numbers).sort((a, b) => a - b);
          const upper = values[Math.floor(values.length / 2)] ?? fail('#NUM!');
          return values.length % 2 === 1 ? upper : finite(((values[values.length / 2 - 1] ?? 0) + upper) / 2);
        }
        default: {
          const apply = scalarFunctions.get(name);
          if (!apply) throw new Error(`No function ${name}`);
          const omitted = omittedArgument(name);
          const values = given.map((argument) => evaluate(argument, stand));
          const [a = omitted, b = omitted, c = omitted, d = omitted, e = omitted] = values;
          return finite(apply(a, b, c, d, e), hasZeroDivisor(name, [a, b, c]) ? '#DIV/0!' : '#NUM!');
        }
      }
    }
  }
}

function numberValue(value: number): CellValue {
  return { kind: 'number', value: Object.is(value, -0) ? 0 : value };
}

function errorValue(error: CellError): CellValue {
  return { kind: 'error', error };
}

/** Strongly connected components by Tarjan's algorithm in its textbook, recursive form. */
function components<T>(nodes: readonly T[], edges: (node: T) => readonly T[]): T[][] {
  const index = new Map<T, number>();
  const stack: T[] = [];
  const found: T[][] = [];
  const visit = (node: T): number => {
    const own = index.size;
    index.set(node, own);
    let lowest = own;
    stack.push(node);
    for (const next of edges(node)) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, index.get(next) ?? own);
    }
    if (lowest === own) found.push(stack.splice(stack.indexOf(node)));
    return lowest;
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return found;
}
