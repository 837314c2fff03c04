/**
 * The nodes that mathjs's parser is given to build with. They hold what was read and can do nothing: what mathjs would evaluate,
 * compile or print with does not exist. A node's constructor takes what the parser passes, in the parser's order.
 */

const yes = true;

/** mathjs asks the prototype of a node whether it is one, hence a getter, and the node itself which one. */
abstract class ParsedNode {
  get isNode(): boolean {
    return yes;
  }
}

export class SymbolNode extends ParsedNode {
  readonly isSymbolNode = true;
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

export class ParenthesisNode extends ParsedNode {
  readonly isParenthesisNode = true;
  readonly content: SyntaxNode;

  constructor(content: SyntaxNode) {
    super();
    this.content = content;
  }
}

export class OperatorNode extends ParsedNode {
  readonly isOperatorNode = true;
  /** The sign, such as `+`. The parser reads it back; what the operator means is `fn`. */
  readonly op: string;
  /** What mathjs calls the operation, such as `add`. */
  readonly fn: string;
  readonly args: readonly SyntaxNode[];
  /** A product without a sign, such as `2 a`. */
  readonly implicit: boolean;
  /** `a%` with nothing after it; the parser reads it back. */
  readonly isPercentage: boolean;

  constructor(op: string, fn: string, args: readonly SyntaxNode[], implicit = false, isPercentage = false) {
    super();
    this.op = op;
    this.fn = fn;
    this.args = args;
    this.implicit = implicit;
    this.isPercentage = isPercentage;
  }
}

export class FunctionNode extends ParsedNode {
  readonly isFunctionNode = true;
  readonly fn: SyntaxNode;
  readonly args: readonly SyntaxNode[];
  /** A call written `f?.(a)`. */
  readonly optional: boolean;

  constructor(fn: SyntaxNode, args: readonly SyntaxNode[], optional = false) {
    super();
    this.fn = fn;
    this.args = args;
    this.optional = optional;
  }
}

/** A literal. Its value is of no use to us: the rewriting leaves none in a formula. */
export class ConstantNode extends ParsedNode {
  readonly isConstantNode = true;
}

/** Whatever else mathjs can read: assignments, arrays, objects, indices, ranges, conditions … */
export class ForeignNode extends ParsedNode {
  readonly isForeignNode = true;
}

export type SyntaxNode = SymbolNode | ParenthesisNode | OperatorNode | FunctionNode | ConstantNode | ForeignNode;
