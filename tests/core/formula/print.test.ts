import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  BinaryOperator,
  Expression,
  Reference,
  UnaryOperator,
  YearReference,
} from '../../../src/core/formula/ast.ts';
import { functions } from '../../../src/core/formula/functions.ts';
import { parseCanonical } from '../../../src/core/formula/parse.ts';
import { printFormula } from '../../../src/core/formula/print.ts';
import { addYears, parseYear } from '../../../src/core/model/cell.ts';
import { names, rows } from './fixture.ts';

const firstYear = parseYear(2000);
if (!firstYear) throw new Error('2000 is a year');
const yearReference: fc.Arbitrary<YearReference> = fc.oneof(
  fc.constant<YearReference>({ kind: 'same' }),
  fc.constant<YearReference>({ kind: 'base' }),
  fc
    .integer({ min: -999, max: 999 })
    .filter((years) => years !== 0)
    .map((years): YearReference => ({ kind: 'offset', years })),
  fc.integer({ min: 0, max: 60 }).map((years): YearReference => ({ kind: 'year', year: addYears(firstYear, years) })),
);

function reference(measure: fc.Arbitrary<Reference['measure']>): fc.Arbitrary<Reference> {
  return fc.record({
    kind: fc.constant('reference' as const),
    measure,
    row: fc.oneof(
      fc.constant({ kind: 'own' } as const),
      fc.constantFrom(...rows).map(({ id: indicator }) => ({ kind: 'indicator', indicator }) as const),
    ),
    year: yearReference,
  });
}

const value = reference(fc.constant('value'));
const range = fc.record({ kind: fc.constant('range' as const), from: value, to: value });

const comparisons: readonly BinaryOperator[] = ['=', '<>', '<', '<=', '>', '>='];

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc
      .double({ min: 0, noNaN: true, noDefaultInfinity: true })
      .map((number): Expression => ({ kind: 'number', value: number === 0 ? 0 : number })),
    fc.boolean().map((truth): Expression => ({ kind: 'boolean', value: truth })),
    fc.constant<Expression>({ kind: 'year' }),
    reference(fc.constantFrom('value', 'growth')),
    fc.record({
      kind: fc.constant('unary' as const),
      operator: fc.constantFrom<UnaryOperator>('-', '+', '%'),
      operand: tie('expression'),
    }),
    fc.record({
      kind: fc.constant('binary' as const),
      operator: fc.constantFrom<BinaryOperator>('+', '-', '*', '/', '^', ...comparisons),
      left: tie('expression'),
      right: tie('expression'),
    }),
    fc.constantFrom(...functions).chain(({ name, least, most, aggregates }) =>
      fc
        .array(aggregates ? fc.oneof(tie('expression'), range) : tie('expression'), {
          minLength: least,
          maxLength: Math.min(most, least + 2),
        })
        .map((parts): Expression => ({ kind: 'call', name, arguments: parts })),
    ),
  ),
}));

describe('[F10] printing and reading again gives the same tree', () => {
  it.each(['id', 'shortName'] as const)('with the %s of rows', (style) => {
    fc.assert(
      fc.property(expression, (tree) => {
        const read = parseCanonical(printFormula(tree, { names: style }, names), names);
        expect(read).toEqual({ ok: true, value: tree });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('[F10] no bracket is printed that is not needed', () => {
  it.each([
    ['((1+2))*(3)', '(1+2)*3'],
    ['(1*2)+3', '1*2+3'],
    ['1-(2-3)', '1-(2-3)'],
    ['(1-2)-3', '1-2-3'],
    ['2^(3^2)', '2^(3^2)'],
    ['(2^3)^2', '2^3^2'],
    ['-(2^2)', '-(2^2)'],
    ['(-2)^2', '-2^2'],
    ['(-5)%', '(-5)%'],
    ['-(5%)', '-5%'],
    ['(1<2)=TRUE', '(1<2)=TRUE'],
    ['SUM((1),(2))', 'SUM(1,2)'],
  ])('%s is printed as %s', (text, printed) => {
    const parsed = parseCanonical(text, names);
    expect(parsed.ok && printFormula(parsed.value, { names: 'id' }, names)).toBe(printed);
  });

  it('shows rows by short name', () => {
    const parsed = parseCanonical('prev*gdp[growth][-1]+stations_5g[2020]', names);
    expect(parsed.ok && printFormula(parsed.value, { names: 'shortName' }, names)).toBe(
      'prev*地区生产总值[growth][-1]+5G基站[2020]',
    );
  });
});
