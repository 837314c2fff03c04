import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../support/calculation.ts';

/** The value of a formula in a sheet of `a` (2020: 3, 2021: 4) and an empty row `blank`; `own` holds the formula in 2021. */
function evaluate(source: string): string | number {
  const { show } = sheetOf('a blank own', 2, { 'a@2020': 3, 'a@2021': 4, 'own@2021': `=${source}` });
  return show('own@2021');
}

const div0 = '#DIV/0! own@2021';
const num = '#NUM! own@2021';

describe('[R10] a result that is no number is #DIV/0! or #NUM!, also inside a larger formula', () => {
  it.each([
    ['1/0', div0],
    ['0/0', div0],
    ['1/(1/0)', div0],
    ['IF(1/0>1,1,2)', div0],
    ['MIN(1/0,1)', div0],
    ['1E308*10', num],
    ['1/(1E308*10)', num],
    ['1E308*10>1', num],
    ['SIGN(1E308*10)', num],
    ['EXP(1000)', num],
    ['EXP(-1E308*10)', num],
    ['SQRT(-1)', num],
    ['LN(0)', num],
    ['LN(-1)', num],
    ['LOG10(0)', num],
    ['LOG(8,1)', div0],
    ['(-8)^(1/3)', num],
    ['POWER(-2,0.5)', num],
    ['0^0', num],
    ['POWER(0,0)', num],
    ['0^-1', div0],
    ['MOD(5,0)', div0],
    ['CAGR(0,10,5)', num],
    ['CAGR(10,20,0)', num],
    ['RRI(0,10,20)', num],
    ['MEDIAN(blank:blank)', num],
    ['AVERAGE(blank:blank)', div0],
    ['NPER(0,0,1)', div0],
    ['PV(-1,2,1)', div0],
  ])('%s is %s', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });
});

describe('[R11] numbers come out as in Excel', () => {
  it.each([
    ['0.1+0.2-0.3', 0],
    ['0.1+0.2=0.3', 1],
    ['0.3-0.2-0.1', 0],
    ['1E15+1-1E15', 1],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(2.675,2)', 2.68],
    ['ROUND(-2.5)', -3],
    ['ROUND(2.5,0)', 3],
    ['ROUND(1234.5,-2)', 1200],
    ['ROUND(0.285,2)', 0.29],
    ['ROUND(9007199254740991,2)', 9007199254740991],
    ['ROUNDUP(3.2,0)', 4],
    ['ROUNDUP(-3.2,0)', -4],
    ['ROUNDUP(1.1*100,0)', 110],
    ['ROUNDDOWN(-3.7,0)', -3],
    ['ROUNDDOWN(4.35*100,0)', 435],
    ['INT(-2.1)', -3],
    ['MOD(-3,2)', 1],
    ['MOD(3,-2)', -1],
    ['MOD(-3,-2)', -1],
    ['MOD(6,3)', 0],
    ['SIGN(-4)', -1],
    ['ABS(-4)', 4],
    ['(-8)^3', -512],
    ['LOG(1000)', 3],
    ['LOG(8,2)', 3],
    ['LOG10(1000)', 3],
    ['NOT(0)', 1],
    ['NOT(3)', 0],
    ['2>1', 1],
    ['2<1', 0],
    ['1<=1', 1],
    ['1<>1', 0],
    ['TRUE+TRUE', 2],
    ['IF(0,1)', 0],
    ['MEDIAN(5,1,4,2)', 3],
    ['MEDIAN(5,1,4)', 4],
  ])('%s is %d', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });

  it.each([
    ['CAGR(100,200,5)', 2 ** 0.2 - 1],
    ['RRI(5,100,200)', 2 ** 0.2 - 1],
    ['FV(0.06/12,10,-200,-500,1)', 2581.4033740601],
    ['FV(0,4,-10,-5)', 45],
    ['PV(0.08/12,240,500)', -59777.1458511878],
    ['NPER(0.01,-100,-1000,10000,1)', 59.6738656742946],
    ['NPER(0.01,-100,-1000)', -9.57859403981302],
  ])("%s is %d, by Excel's own documentation or by hand", (source, value) => {
    expect(evaluate(source)).toBeCloseTo(value, 8);
  });

  it('never gives −0', () => {
    expect(Object.is(evaluate('-1*0'), 0)).toBe(true);
    expect(Object.is(evaluate('ROUND(-0.2,0)'), 0)).toBe(true);
    expect(Object.is(evaluate('IFERROR(1/0,-0)'), 0)).toBe(true);
  });
});
