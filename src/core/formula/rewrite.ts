/**
 * Checks that operands and operators alternate and that brackets close, and writes what mathjs is to parse. mathjs reads `%` and `^`
 * otherwise than Excel, so the difference is gone before it sees the text: `%` is a call, and a power whose left side is signed or
 * itself a power has that side bracketed. Operands and functions become numbered symbols: of what a person typed, mathjs sees nothing
 * but operators and brackets.
 */
import { limits } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { Expression, FormulaError } from './ast.ts';
import { findFunction, type FunctionSpec } from './functions.ts';
import type { Names } from './names.ts';
import { readOperand, type Place } from './references.ts';
import type { Sign, Token } from './scan.ts';

export interface Rewritten {
  /** For mathjs: `r0`, `r1` … are operands, `f0` … functions, `percent(…)` a hundredth. */
  readonly text: string;
  readonly operands: readonly Placed<Expression>[];
  readonly calls: readonly Placed<FunctionSpec>[];
}

export interface Placed<T> {
  readonly value: T;
  /** Index into the text that was given. */
  readonly at: number;
}

/** A run of factors joined by `^`, as far as it has been read. */
interface Chain {
  /** Index of its first piece. */
  readonly start: number;
  /** Whether a further `^` must bracket what stands to its left. */
  bracketed: boolean;
  /** Signs before the factor that is being read. */
  signs: number;
  /** How deep the brackets in the rewritten text nest here. */
  height: number;
}

/** An open bracket, or the formula as a whole. */
interface Frame {
  /** Index of the piece that the bracket's operand begins with. */
  readonly start: number;
  /** Commas are allowed. */
  readonly isCall: boolean;
  arguments: number;
  /** A comparison has been read in this argument: a second would be a chain, which Excel and people read differently. */
  compared: boolean;
  chain: Chain;
  height: number;
}

const mathjsSigns: ReadonlyMap<Sign, string> = new Map<Sign, string>([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['=', '=='],
  ['<>', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

const comparisons: ReadonlySet<Sign> = new Set<Sign>(['=', '<>', '<', '<=', '>', '>=']);

function newChain(start: number): Chain {
  return { start, bracketed: false, signs: 0, height: 0 };
}

class Rewriter {
  readonly #tokens: readonly Token[];
  readonly #names: Names;
  readonly #place: Place | undefined;
  readonly #pieces: string[] = [];
  readonly #operands: Placed<Expression>[] = [];
  readonly #calls: Placed<FunctionSpec>[] = [];
  readonly #outer: Frame[] = [];
  #frame: Frame = { start: 0, isCall: false, arguments: 1, compared: false, chain: newChain(0), height: 0 };
  /** Where the operand just read begins, and how deep it nests; `undefined` while one is expected. */
  #operand: { start: number; height: number } | undefined;

  constructor(tokens: readonly Token[], names: Names, place: Place | undefined) {
    this.#tokens = tokens;
    this.#names = names;
    this.#place = place;
  }

  /** `end`: length of the text, where something that is missing is reported. */
  run(end: number): Result<Rewritten, FormulaError> {
    let index = 0;
    for (let token = this.#tokens[0]; token; token = this.#tokens[index]) {
      const next = this.#operand ? this.#afterOperand(token, index) : this.#beforeOperand(token, index);
      if (!next.ok) return next;
      index = next.value;
    }
    if (!this.#operand) return err({ code: 'syntax', at: end, expected: 'operand' });
    if (this.#outer.length > 0) return err({ code: 'syntax', at: end, expected: 'closingBracket' });
    return ok({ text: this.#pieces.join(''), operands: this.#operands, calls: this.#calls });
  }

  #beforeOperand(token: Token, index: number): Result<number, FormulaError> {
    if (token.kind === 'index') return err({ code: 'forbidden', at: token.at, text: '[' });
    if (token.kind === 'sign') {
      switch (token.sign) {
        case '(':
          return this.#open(token.at, index + 1, undefined);
        case '+':
        case '-':
          this.#pieces.push(token.sign);
          this.#frame.chain.signs += 1;
          return ok(index + 1);
        default:
          return err({ code: 'syntax', at: token.at, expected: 'operand' });
      }
    }
    const following = this.#tokens[index + 1];
    if (token.kind === 'name' && following?.kind === 'sign' && following.sign === '(')
      return this.#call(token.text, token.at, index);
    const operand = readOperand(this.#tokens, index, this.#names, this.#place);
    if (!operand.ok) return operand;
    const start = this.#pieces.push(`r${this.#operands.length}`) - 1;
    this.#operands.push({ value: operand.value.expression, at: token.at });
    return this.#finishOperand(token.at, start, 0, operand.value.next);
  }

  #afterOperand(token: Token, index: number): Result<number, FormulaError> {
    if (token.kind !== 'sign') return err({ code: 'syntax', at: token.at, expected: 'operator' });
    switch (token.sign) {
      case '%':
        return this.#percent(token.at, index);
      case '^':
        return this.#power(token.at, index);
      case ',':
        return this.#comma(token.at, index);
      case ')':
        return this.#close(token.at, index);
      case '(':
      case ':':
        return err({ code: 'syntax', at: token.at, expected: 'operator' });
      default:
        return this.#operator(token.sign, token.at, index);
    }
  }

  #finishOperand(at: number, start: number, height: number, next: number): Result<number, FormulaError> {
    const { chain } = this.#frame;
    chain.height = Math.max(chain.height, height + chain.signs);
    if (chain.signs > 0) chain.bracketed = true;
    this.#operand = { start, height };
    return this.#deepen(at, chain.height, next);
  }

  #deepen(at: number, height: number, next: number): Result<number, FormulaError> {
    this.#frame.height = Math.max(this.#frame.height, height);
    if (this.#outer.length + height > limits.formulaDepth)
      return err({ code: 'tooDeep', at, limit: limits.formulaDepth });
    return ok(next);
  }

  #call(name: string, at: number, index: number): Result<number, FormulaError> {
    const spec = findFunction(name);
    if (!spec) return err({ code: 'unknownFunction', at, name });
    const first = this.#tokens[index + 2];
    if (first?.kind === 'sign' && first.sign === ')') {
      return err({ code: 'argumentCount', at, name: spec.name, least: spec.least, most: spec.most, given: 0 });
    }
    this.#calls.push({ value: spec, at });
    return this.#open(at, index + 2, `f${this.#calls.length - 1}`);
  }

  #open(at: number, next: number, call: string | undefined): Result<number, FormulaError> {
    const start = this.#pieces.push(call === undefined ? '(' : `${call}(`) - 1;
    this.#outer.push(this.#frame);
    this.#frame = {
      start,
      isCall: call !== undefined,
      arguments: 1,
      compared: false,
      chain: newChain(start + 1),
      height: 0,
    };
    return this.#deepen(at, 0, next);
  }

  #close(at: number, index: number): Result<number, FormulaError> {
    const outer = this.#outer.pop();
    if (!outer) return err({ code: 'syntax', at, expected: 'end' });
    const { start, height } = this.#frame;
    this.#pieces.push(')');
    this.#frame = outer;
    return this.#finishOperand(at, start, height + 1, index + 1);
  }

  #comma(at: number, index: number): Result<number, FormulaError> {
    if (!this.#frame.isCall)
      return err({ code: 'syntax', at, expected: this.#outer.length > 0 ? 'closingBracket' : 'end' });
    this.#frame.arguments += 1;
    if (this.#frame.arguments > limits.formulaArguments) {
      return err({ code: 'tooManyArguments', at, limit: limits.formulaArguments });
    }
    this.#frame.compared = false;
    this.#separate(',');
    return ok(index + 1);
  }

  #percent(at: number, index: number): Result<number, FormulaError> {
    const { start, height } = this.#operand ?? { start: 0, height: 0 };
    this.#pieces[start] = `percent(${this.#pieces[start]}`;
    this.#pieces.push(')');
    return this.#finishOperand(at, start, height + 1, index + 1);
  }

  #power(at: number, index: number): Result<number, FormulaError> {
    const { chain } = this.#frame;
    if (chain.bracketed) {
      this.#pieces[chain.start] = `(${this.#pieces[chain.start]}`;
      this.#pieces.push(')');
      chain.height += 1;
    }
    this.#pieces.push('^');
    chain.bracketed = true;
    chain.signs = 0;
    this.#operand = undefined;
    return this.#deepen(at, chain.height, index + 1);
  }

  #operator(sign: Sign, at: number, index: number): Result<number, FormulaError> {
    if (comparisons.has(sign)) {
      if (this.#frame.compared) return err({ code: 'forbidden', at, text: sign });
      this.#frame.compared = true;
    }
    this.#separate(mathjsSigns.get(sign) ?? sign);
    return ok(index + 1);
  }

  /** Ends the run of factors: what follows is a new operand with nothing to its left. */
  #separate(piece: string): void {
    this.#pieces.push(piece);
    this.#frame.chain = newChain(this.#pieces.length);
    this.#operand = undefined;
  }
}

/** Writes the tokens for mathjs. `end`: length of the text that was given. */
export function rewrite(
  tokens: readonly Token[],
  end: number,
  names: Names,
  place: Place | undefined,
): Result<Rewritten, FormulaError> {
  return new Rewriter(tokens, names, place).run(end);
}
