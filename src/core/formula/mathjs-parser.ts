/**
 * The only file that knows mathjs. Its parser is used and nothing else of it: the parser is given nodes of our own to build with, so
 * that no function, constant, unit or assignment of mathjs is within reach of a formula, or in the page at all.
 */
import { createParse } from 'mathjs/number';
import {
  ConstantNode,
  ForeignNode,
  FunctionNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
  type SyntaxNode,
} from './syntax-tree.ts';

/** What the parser does with one kind of argument. */
interface Signatures {
  readonly string: (text: string) => SyntaxNode;
}

declare module 'mathjs/number' {
  /** The factory of the parser, which mathjs exports and its types leave out. Takes everything the parser depends on. */
  export function createParse(dependencies: Readonly<Record<string, unknown>>): (text: string) => SyntaxNode;
}

const parse = createParse({
  // In place of `typed-function`, which chooses among signatures at run time: we parse a string and nothing else.
  typed: Object.assign((_name: string, signatures: Signatures) => signatures.string, {
    addConversion: () => undefined,
  }),
  config: { number: 'number' },
  numeric: Number,
  SymbolNode,
  ParenthesisNode,
  OperatorNode,
  FunctionNode,
  ConstantNode,
  AccessorNode: ForeignNode,
  ArrayNode: ForeignNode,
  AssignmentNode: ForeignNode,
  BlockNode: ForeignNode,
  ConditionalNode: ForeignNode,
  FunctionAssignmentNode: ForeignNode,
  IndexNode: ForeignNode,
  ObjectNode: ForeignNode,
  RangeNode: ForeignNode,
  RelationalNode: ForeignNode,
});

/** The syntax tree of a rewritten formula; `undefined` if mathjs cannot read it. */
export function parseSyntax(rewritten: string): SyntaxNode | undefined {
  try {
    return parse(rewritten);
  } catch {
    // mathjs throws for every syntax error, and a RangeError should it ever recurse too deep; either way there is no tree.
    return undefined;
  }
}
