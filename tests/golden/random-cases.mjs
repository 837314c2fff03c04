/** Random formulas, written in both notations at once from one tree, so that neither is a translation of the other. */

/** @typedef {{ value?: number, error?: string }} Answer */
/** @typedef {{ formula: string, a1: string } & Answer} Case */
/** @typedef {[ours: string, a1: string]} Both One expression in both notations. */

/**
 * Mulberry32.
 * @param {number} seed
 */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const rows = ['firms', 'staff', 'spend', 'gdp', 'share', 'change', 'rank'];
/** @type {readonly Both[]} */
const words = [
  ['prev', 'F9'],
  ['base', '$C9'],
  ['growth', 'D9'],
  ['year', '2023'],
];
const projected = ['E', 'F', 'G', 'H', 'I'];

/**
 * So many cases to which `answer` knows an answer; no more than a tenth of them errors.
 * @param {number} seed
 * @param {number} count
 * @param {(a1: string) => Answer | undefined} answer
 * @returns {Case[]}
 */
export function randomCases(seed, count, answer) {
  const next = randomNumbers(seed);
  /** @param {number} limit */
  const below = (limit) => Math.floor(next() * limit);
  /** @type {<T>(choices: readonly T[]) => T} */
  const pick = (choices) => /** @type {(typeof choices)[number]} */ (choices[below(choices.length)]);
  /** @type {(text: string) => Both} */
  const both = (text) => [text, text];

  /** A number in various spellings. */
  function literal() {
    return both(
      pick([
        String(1 + below(12)),
        (next() * 10).toFixed(2),
        `${1 + below(30)}%`,
        `${1 + below(9)}e${below(3)}`,
        '0.5',
        '100',
      ]),
    );
  }

  /**
   * One cell: a row in this year, so many years away, or in a named year.
   * @returns {Both}
   */
  function cell() {
    const row = below(rows.length);
    const column = below(projected.length);
    const name = rows[row] ?? '';
    const offset = column - 2;
    if (next() < 0.15) return pick(words);
    if (next() < 0.15) return [`${name}[growth]`, `D${row + 2}`];
    if (next() < 0.3) return [`${name}[${2021 + column}]`, `$${projected[column]}$${row + 2}`];
    return [offset === 0 ? name : `${name}[${offset > 0 ? '+' : ''}${offset}]`, `${projected[column]}${row + 2}`];
  }

  /** @returns {Both} */
  function range() {
    const [first, last] = [below(rows.length), below(rows.length)];
    const [from, to] = [below(projected.length), below(projected.length)];
    /** @type {(row: number, column: number) => string} */
    const name = (row, column) => `${rows[row]}[${2021 + column}]`;
    return [`${name(first, from)}:${name(last, to)}`, `$${projected[from]}$${first + 2}:$${projected[to]}$${last + 2}`];
  }

  /** @type {(left: Both, operator: string, right: Both) => Both} */
  function join(left, operator, right) {
    return [left[0] + operator + right[0], left[1] + operator + right[1]];
  }

  /** @type {(before: string, inside: Both, after: string) => Both} */
  function wrap(before, inside, after) {
    return [before + inside[0] + after, before + inside[1] + after];
  }

  /** @type {(name: string, parts: readonly Both[]) => Both} */
  function call(name, parts) {
    return [`${name}(${parts.map(([ours]) => ours).join(',')})`, `${name}(${parts.map(([, a1]) => a1).join(',')})`];
  }

  /** @type {(depth: number) => Both} */
  function condition(depth) {
    return join(tree(depth), pick(['<', '<=', '>', '>=', '=', '<>']), tree(depth));
  }

  /** @type {(depth: number) => Both} */
  function tree(depth) {
    if (depth <= 0) return next() < 0.45 ? literal() : cell();
    const part = () => tree(depth - 1 - below(2));
    switch (below(12)) {
      case 0:
      case 1:
        return join(part(), pick(['+', '-']), part());
      case 2:
        return join(part(), pick(['*', '/']), part());
      case 3:
        return wrap('(', join(part(), pick(['+', '-', '*', '/']), part()), ')');
      case 4:
        return wrap('-', wrap('(', part(), ')'), '');
      case 5:
        return join(wrap('(', part(), ')'), '^', both(pick(['2', '3', '0.5', '1.5', '(1/3)'])));
      case 6:
        return wrap('(', part(), ')%');
      case 7:
        return call(
          pick(['SUM', 'AVERAGE', 'MIN', 'MAX', 'MEDIAN']),
          next() < 0.5 ? [range()] : [part(), part(), part()],
        );
      case 8:
        return call('IF', [condition(depth - 2), part(), part()]);
      case 9:
        return call('IFERROR', [part(), literal()]);
      case 10:
        return call(pick(['ABS', 'SIGN', 'SQRT', 'LN', 'LOG10']), [part()]);
      default:
        return call(pick(['ROUND', 'ROUNDUP', 'ROUNDDOWN']), [part(), both(pick(['0', '2', '-1']))]);
    }
  }

  /** @type {Case[]} */
  const cases = [];
  const seen = new Set();
  let errors = 0;
  while (cases.length < count) {
    const [formula, a1] = tree(2 + below(3));
    if (seen.has(formula) || formula.length > 300) continue;
    seen.add(formula);
    const expected = answer(`=${a1}`);
    if (!expected) continue;
    if (expected.error !== undefined) {
      if (errors * 10 >= count) continue;
      errors += 1;
    } else if (expected.value === undefined || !isPlain(expected.value)) continue;
    cases.push({ formula, a1: `=${a1}`, ...expected });
  }
  return cases;
}

/**
 * Neither so large nor so small that most of it is rounding.
 * @param {number} value
 */
function isPlain(value) {
  return value === 0 || (Math.abs(value) > 1e-9 && Math.abs(value) < 1e15);
}
