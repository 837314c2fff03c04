/**
 * The second guard: mathjs's tree becomes ours node by node, and a node that is not expected here ends the work. Without recursion, so
 * that no depth of nesting can overflow the stack.
 */
import { err, ok, type Result } from '../model/result.ts';
import type { BinaryOperator, Expression, FormulaError, UnaryOperator } from './ast.ts';
import type { FunctionSpec } from './functions.ts';
import type { Placed, Rewritten } from './rewrite.ts';
import { FunctionNode, OperatorNode, ParenthesisNode, SymbolNode, type SyntaxNode } from './syntax-tree.ts';

const unaryOperators: ReadonlyMap<string, UnaryOperator> = new Map<string, UnaryOperator>([
  ['unaryMinus', '-'],
  ['unaryPlus', '+'],
]);

const binaryOperators: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['pow', '^'],
  ['equal', '='],
  ['unequal', '<>'],
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
]);

/** What an allowed node consists of, and how it is made from the expressions of its parts. */
interface Allowed {
  readonly parts: readonly SyntaxNode[];
  readonly call?: Placed<FunctionSpec>;
  readonly make: (parts: readonly Expression[]) => Expression | undefined;
}

interface Step {
  readonly node: SyntaxNode;
  /** Set once the parts have been visited. */
  readonly allowed?: Allowed;
}

/** Our tree of what mathjs read. Also checks argument counts, and that a range stands only where it is summed up. */
export function admit(root: SyntaxNode, rewritten: Rewritten): Result<Expression, FormulaError> {
  const steps: Step[] = [{ node: root }];
  const made: Expression[] = [];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const allowed = step.allowed ?? allow(step.node, rewritten);
    if (!allowed) return refused;
    if (!step.allowed && allowed.parts.length > 0) {
      steps.push({ node: step.node, allowed });
      for (const node of allowed.parts.toReversed()) steps.push({ node });
      continue;
    }
    const parts = made.splice(made.length - allowed.parts.length);
    const fault =
      (allowed.call && wrongCount(allowed.call, parts.length)) ?? strayRange(parts, allowed.call, rewritten);
    if (fault) return err(fault);
    const expression = allowed.make(parts);
    if (!expression) return refused;
    made.push(expression);
  }
  const [expression] = made;
  if (!expression) return refused;
  const fault = strayRange([expression], undefined, rewritten);
  return fault ? err(fault) : ok(expression);
}

/** Never met as long as the rewriting is right; a place cannot be given, since mathjs keeps none. */
const refused = err<FormulaError>({ code: 'forbidden', at: 0, text: '' });

function allow(node: SyntaxNode, { operands, calls }: Rewritten): Allowed | undefined {
  if (node instanceof SymbolNode) {
    const operand = operands[numberOf(node.name, 'r')]?.value;
    return operand && { parts: [], make: () => operand };
  }
  if (node instanceof ParenthesisNode) return { parts: [node.content], make: ([content]) => content };
  if (node instanceof OperatorNode && !node.implicit) return allowOperator(node.fn, node.args);
  if (node instanceof FunctionNode && node.fn instanceof SymbolNode && !node.optional) {
    if (node.fn.name === 'percent') return allowUnary('%', node.args);
    const call = calls[numberOf(node.fn.name, 'f')];
    return (
      call && { parts: node.args, call, make: (parts) => ({ kind: 'call', name: call.value.name, arguments: parts }) }
    );
  }
  return undefined;
}

/** The number of a placeholder such as `r12`; −1 for any other name. */
function numberOf(name: string, letter: 'r' | 'f'): number {
  return name.startsWith(letter) && /^\d+$/.test(name.slice(1)) ? Number(name.slice(1)) : -1;
}

function allowOperator(name: string, parts: readonly SyntaxNode[]): Allowed | undefined {
  const unary = unaryOperators.get(name);
  if (unary) return allowUnary(unary, parts);
  const operator = binaryOperators.get(name);
  if (!operator || parts.length !== 2) return undefined;
  return { parts, make: ([left, right]) => left && right && { kind: 'binary', operator, left, right } };
}

function allowUnary(operator: UnaryOperator, parts: readonly SyntaxNode[]): Allowed | undefined {
  if (parts.length !== 1) return undefined;
  return { parts, make: ([operand]) => operand && { kind: 'unary', operator, operand } };
}

function wrongCount({ value, at }: Placed<FunctionSpec>, given: number): FormulaError | undefined {
  const { name, least, most } = value;
  return given < least || given > most ? { code: 'argumentCount', at, name, least, most, given } : undefined;
}

function strayRange(
  parts: readonly Expression[],
  call: Placed<FunctionSpec> | undefined,
  { operands }: Rewritten,
): FormulaError | undefined {
  const range = call?.value.aggregates ? undefined : parts.find((part) => part.kind === 'range');
  return range && { code: 'rangeOutsideAggregate', at: operands.find(({ value }) => value === range)?.at ?? 0 };
}
