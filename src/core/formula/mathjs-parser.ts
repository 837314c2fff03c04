/**
 * The only file that knows mathjs. Its parser is used, its evaluator never: no function, constant, unit or assignment of mathjs is
 * within reach of a formula. The instance is our own and nothing is imported into it or configured.
 */
import {
  create,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isSymbolNode,
  parseDependencies,
  type MathNode,
} from 'mathjs/number';

export { isFunctionNode, isOperatorNode, isParenthesisNode, isSymbolNode, type MathNode };

// The types of mathjs say that it may be undefined, since they declare its factories as a record.
const math = create(parseDependencies ?? {});

/** The syntax tree of a rewritten formula; `undefined` if mathjs cannot read it. */
export function parseSyntax(rewritten: string): MathNode | undefined {
  try {
    return math.parse(rewritten);
  } catch {
    // mathjs throws for every syntax error, and a RangeError should it ever recurse too deep; either way there is no tree.
    return undefined;
  }
}
