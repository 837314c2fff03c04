import { describe, expect, it } from 'vitest';
import { parseCanonical, parseFormula } from '../../../src/core/formula/parse.ts';
import { printFormula } from '../../../src/core/formula/print.ts';
import { names, typedInto } from './fixture.ts';

const here = typedInto('hightech_firms', '2023');

/** What the text is stored as, or the error. */
function stored(text: string, context = here): unknown {
  const parsed = parseFormula(text, context);
  return parsed.ok ? printFormula(parsed.value, { names: 'id' }, names) : parsed.error;
}

/** The tree with every operation bracketed, so that what binds to what can be seen. */
function bracketed(text: string): string {
  const parsed = parseFormula(text, here);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const show = (node: typeof parsed.value): string => {
    switch (node.kind) {
      case 'unary':
        return node.operator === '%' ? `(${show(node.operand)}%)` : `(${node.operator}${show(node.operand)})`;
      case 'binary':
        return `(${show(node.left)}${node.operator}${show(node.right)})`;
      case 'call':
        return `${node.name}(${node.arguments.map(show).join(',')})`;
      default:
        return printFormula(node, { names: 'id' }, names);
    }
  };
  return show(parsed.value);
}

describe('[F2] operators bind as in Excel', () => {
  it.each([
    ['1+2*3', '(1+(2*3))'],
    ['1-2-3', '((1-2)-3)'],
    ['8/4/2', '((8/4)/2)'],
    ['-2^2', '((-2)^2)'],
    ['+2^2', '((+2)^2)'],
    ['2^3^2', '((2^3)^2)'],
    ['2^3^2^2', '(((2^3)^2)^2)'],
    ['2^-3', '(2^(-3))'],
    ['2^-3^2', '((2^(-3))^2)'],
    ['--2^2', '((-(-2))^2)'],
    ['1*-2^2', '(1*((-2)^2))'],
    ['-2*3', '((-2)*3)'],
    ['1--2', '(1-(-2))'],
    ['2*3^2', '(2*(3^2))'],
    ['(1+2)^2', '((1+2)^2)'],
    ['-(1+2)^2', '((-(1+2))^2)'],
    ['1+2<3*4', '((1+2)<(3*4))'],
    ['1=1', '(1=1)'],
    ['1<>2', '(1<>2)'],
    ['1≤2', '(1<=2)'],
    ['1==2', '(1=2)'],
    ['1!=2', '(1<>2)'],
    ['(1<2)<3', '((1<2)<3)'],
    ['IF(1<2,3<4,5>6)', 'IF((1<2),(3<4),(5>6))'],
    ['SUM(1,-2^2)^2', '(SUM(1,((-2)^2))^2)'],
  ])('%s is %s', (text, tree) => {
    expect(bracketed(text)).toBe(tree);
  });
});

describe('[F3] a percentage is a hundredth and binds tightest', () => {
  it.each([
    ['8%+2%', '((8%)+(2%))'],
    ['100+3%', '(100+(3%))'],
    ['10%^2', '((10%)^2)'],
    ['2^3%', '(2^(3%))'],
    ['2^(1+2)%', '(2^((1+2)%))'],
    ['-5%', '(-(5%))'],
    ['-5%^2', '((-(5%))^2)'],
    ['5%%', '((5%)%)'],
    ['5%*3', '((5%)*3)'],
    ['5%-3', '((5%)-3)'],
    ['SUM(1,2)%', '(SUM(1,2)%)'],
    ['prev%', '(prev%)'],
    ['(5%)(', undefined],
  ])('%s is %s', (text, tree) => {
    if (tree === undefined) expect(parseFormula(text, here).ok).toBe(false);
    else expect(bracketed(text)).toBe(tree);
  });
});

describe('[F4] references go by name and are relative', () => {
  it.each([
    ['高新技术企业', 'hightech_firms'],
    ['高企', 'hightech_firms'],
    ['HighTech_Firms', 'hightech_firms'],
    ['gdp', 'gdp'],
    ['GDP', 'gdp'],
    ['ＧＤＰ', 'gdp'],
    ['5G基站', 'stations_5g'],
    ['5g基站*2', 'stations_5g*2'],
    ['lab9', 'lab9'],
    ['高新技术企业[-1]', 'hightech_firms[-1]'],
    ['高新技术企业【-1】', 'hightech_firms[-1]'],
    ['高新技术企业[ 1 ]', 'hightech_firms[+1]'],
    ['高新技术企业[0]', 'hightech_firms'],
    ['高新技术企业[2020]', 'hightech_firms[2020]'],
    ['高新技术企业[base]', 'hightech_firms[base]'],
    ['高新技术企业[基期]', 'hightech_firms[base]'],
    ['高新技术企业[growth]', 'hightech_firms[growth]'],
    ['高新技术企业[增速][-1]', 'hightech_firms[growth][-1]'],
    ['SUM(高新技术企业[2021]:高新技术企业[2025])', 'SUM(hightech_firms[2021]:hightech_firms[2025])'],
    ['SUM(高新技术企业：研发经费)', 'SUM(hightech_firms:rd_spend)'],
    ['sum(base:prev)', 'SUM(base:prev)'],
    ['AVERAGE(gdp[growth]:rd_spend[growth])', 'AVERAGE(gdp[growth]:rd_spend[growth])'],
    ['PREV*(1+Growth)', 'prev*(1+growth)'],
    ['上年*(1+增速)', 'prev*(1+growth)'],
    ['基期*1.1^(年份-2020)', 'base*1.1^(year-2020)'],
    ['self[-1]+self[-2]+本行[2021]', 'prev+self[-2]+self[2021]'],
    ['self[growth]', 'growth'],
    ['growth[-1]', 'growth[-1]'],
    ['self[base]', 'base'],
    ['true', 'TRUE'],
  ])('%s is stored as %s', (text, source) => {
    expect(stored(text)).toBe(source);
  });

  it('gives one tree for the stored text and the typed text', () => {
    const typed = parseFormula('=高新技术企业[-1]*(1+增速)', here);
    expect(parseCanonical('hightech_firms[-1]*(1+growth)', names)).toEqual(typed);
  });

  it('takes no leading = in a stored text', () => {
    expect(parseCanonical('=1', names)).toMatchObject({ ok: false, error: { code: 'syntax', at: 0 } });
  });

  it('parses each distinct stored text once', () => {
    expect(parseCanonical('prev*1.25', names)).toBe(parseCanonical('prev*1.25', names));
  });
});

describe('[F5] an A1 address typed into a cell becomes a name', () => {
  it.each([
    // Into the row of hightech_firms (row 2), column 2023 (G).
    ['G3', 'tech_firms'],
    ['g3', 'tech_firms'],
    ['F3', 'tech_firms[-1]'],
    ['H3', 'tech_firms[+1]'],
    ['$F3', 'tech_firms[2022]'],
    ['$G$3', 'tech_firms[2023]'],
    ['F$3', 'tech_firms[-1]'],
    ['F2', 'prev'],
    ['f2*(1+d2)', 'prev*(1+growth)'],
    ['E2', 'self[-2]'],
    ['$C2', 'self[2020]'],
    ['F$2', 'hightech_firms[-1]'],
    ['D3', 'tech_firms[growth]'],
    ['MAX(D2:D3)', 'MAX(growth:tech_firms[growth])'],
    ['SUM(E3:I3)', 'SUM(tech_firms[-2]:tech_firms[+2])'],
    ['SUM($E$3:$I$4)', 'SUM(tech_firms[2021]:rd_spend[2025])'],
    ['LOG10(G3)', 'LOG10(tech_firms)'],
    ['R3', 'tech_firms[growth]'],
    ['Q3', 'tech_firms[growth][-1]'],
  ])('%s becomes %s', (text, source) => {
    expect(stored(text)).toBe(source);
  });

  it('names the year where the formula stands outside the years', () => {
    expect(stored('E3', typedInto('hightech_firms', 'growth'))).toBe('tech_firms[2021]');
    expect(stored('E3', typedInto('hightech_firms', 'growth-2022'))).toBe('tech_firms[-1]');
  });

  it('lets a name win over an address', () => {
    expect(stored('lab9')).toBe('lab9');
    expect(stored('LAB9')).toBe('lab9');
  });

  it.each([
    ['G1', 'a heading'],
    ['A2', 'the name column'],
    ['$J$2', 'a target'],
  ])('refuses %s, which is %s', (text) => {
    expect(stored(text)).toEqual({ code: 'forbidden', at: 0, text });
  });

  it('does not know an address outside the sheet', () => {
    expect(stored('1+ZZ99')).toMatchObject({ code: 'unknownName', at: 2, name: 'ZZ99' });
  });

  it('is no part of a stored formula', () => {
    expect(parseCanonical('G3', names)).toMatchObject({ ok: false, error: { code: 'unknownName' } });
  });
});

describe('[F6] what is typed through a Chinese input method is read', () => {
  it.each([
    ['＝１＋２', '1+2'],
    ['＝ＳＵＭ（１，２．５）％', 'SUM(1,2.5)%'],
    ['=1　+\u00a02', '1+2'],
    ['\ufeff=1', '1'],
    ['3×4÷2−1', '3*4/2-1'],
    ['1《2', '1<2'],
  ])('%s is %s', (text, source) => {
    expect(stored(text)).toBe(source);
  });
});

describe('[F7] functions go by the names of Excel and mathjs, in any case', () => {
  it.each([
    ['mean(1,2)', 'AVERAGE(1,2)'],
    ['Average(1,2)', 'AVERAGE(1,2)'],
    ['pow(2,3)', 'POWER(2,3)'],
    ['log(100)', 'LOG(100)'],
    ['If(TRUE,1,0)', 'IF(TRUE,1,0)'],
    ['cagr(base,self,5)', 'CAGR(base,self,5)'],
    ['sum (1)', 'SUM(1)'],
  ])('%s is stored as %s', (text, source) => {
    expect(stored(text)).toBe(source);
  });

  it.each([
    ['SUM()', { code: 'argumentCount', at: 0, name: 'SUM', least: 1, most: 64, given: 0 }],
    ['1+IF(1)', { code: 'argumentCount', at: 2, name: 'IF', least: 2, most: 3, given: 1 }],
    ['ABS(1,2)', { code: 'argumentCount', at: 0, name: 'ABS', least: 1, most: 1, given: 2 }],
    ['=SUMM(1)', { code: 'unknownFunction', at: 1, name: 'SUMM' }],
    ['gdp(1)', { code: 'unknownFunction', at: 0, name: 'gdp' }],
    [`SUM(${Array.from({ length: 65 }, () => '1').join(',')})`, { code: 'tooManyArguments', at: 131, limit: 64 }],
  ])('%s fails with its reason', (text, error) => {
    expect(stored(text)).toMatchObject(error);
  });
});

describe('[F8] an error names its place in the text that was given', () => {
  it.each([
    ['', { code: 'syntax', at: 0, expected: 'operand' }],
    ['=', { code: 'syntax', at: 1, expected: 'operand' }],
    ['=1+', { code: 'syntax', at: 3, expected: 'operand' }],
    ['=(1+2', { code: 'syntax', at: 5, expected: 'closingBracket' }],
    ['=1)', { code: 'syntax', at: 2, expected: 'end' }],
    ['=1 2', { code: 'syntax', at: 3, expected: 'operator' }],
    ['=2(3)', { code: 'syntax', at: 2, expected: 'operator' }],
    ['=(1)(2)', { code: 'syntax', at: 4, expected: 'operator' }],
    ['=*1', { code: 'syntax', at: 1, expected: 'operand' }],
    ['=1,2', { code: 'syntax', at: 2, expected: 'end' }],
    ['=(1,2)', { code: 'syntax', at: 3, expected: 'closingBracket' }],
    ['=SUM(1,,2)', { code: 'syntax', at: 7, expected: 'operand' }],
    ['=gdp[x]', { code: 'syntax', at: 4, expected: 'reference' }],
    ['=gdp[2020][2021]', { code: 'syntax', at: 10, expected: 'reference' }],
    ['=gdp[20205]', { code: 'syntax', at: 4, expected: 'reference' }],
    ['=SUM(gdp:1)', { code: 'syntax', at: 9, expected: 'reference' }],
    ['=SUM(1:gdp)', { code: 'syntax', at: 6, expected: 'reference' }],
    ['=SUM(gdp:)', { code: 'syntax', at: 9, expected: 'reference' }],
    ['=SUM(gdp:gdp[growth])', { code: 'syntax', at: 9, expected: 'reference' }],
    ['=1<2<3', { code: 'forbidden', at: 4, text: '<' }],
    ['=1+[2]', { code: 'forbidden', at: 3, text: '[' }],
    ['=gdp [2020]', { code: 'forbidden', at: 5, text: '[' }],
    ['=1..2', { code: 'forbidden', at: 1, text: '1..2' }],
    ['=1e309', { code: 'forbidden', at: 1, text: '1e309' }],
    ['=1;2', { code: 'forbidden', at: 2, text: ';' }],
    ['=1+"a"', { code: 'forbidden', at: 3, text: '"' }],
    ['=1+😀', { code: 'forbidden', at: 3, text: '😀' }],
    ['=gdp:gdp', { code: 'rangeOutsideAggregate', at: 1 }],
    ['=1+gdp[2020]:gdp', { code: 'rangeOutsideAggregate', at: 3 }],
    ['=ABS(gdp:gdp)', { code: 'rangeOutsideAggregate', at: 5 }],
    ['=SUM(1,-(gdp:gdp))', { code: 'rangeOutsideAggregate', at: 9 }],
    ['=1+地区生产总直', { code: 'unknownName', at: 3, name: '地区生产总直' }],
    ['＝　grwth', { code: 'unknownName', at: 2, name: 'grwth' }],
    ['=prev[-1]', { code: 'syntax', at: 5, expected: 'operator' }],
  ])('%s', (text, error) => {
    expect(stored(text)).toEqual(error);
  });
});

describe('[F9] limits are named', () => {
  it.each([
    ['characters', '1'.repeat(2001), { code: 'tooLong', at: 2000, limit: 2000 }],
    ['tokens', '1+'.repeat(400) + '1', { code: 'tooManyTokens', at: 800, limit: 800 }],
    ['brackets', '('.repeat(33) + '1' + ')'.repeat(33), { code: 'tooDeep', at: 32, limit: 32 }],
    ['percents', '1' + '%'.repeat(33), { code: 'tooDeep', at: 33, limit: 32 }],
    ['signs', '-'.repeat(33) + '1', { code: 'tooDeep', at: 33, limit: 32 }],
    ['powers', '2' + '^2'.repeat(35), { code: 'tooDeep' }],
  ])('too many %s', (_, text, error) => {
    expect(stored(text)).toMatchObject(error);
  });

  it.each([
    ['brackets', '('.repeat(32) + '1' + ')'.repeat(32)],
    ['percents', '1' + '%'.repeat(32)],
    ['signs', '-'.repeat(32) + '1'],
    ['powers', '2' + '^2'.repeat(32)],
    ['terms', '1+'.repeat(399) + '1'],
  ])('as many %s as the limit are read', (_, text) => {
    expect(parseFormula(text, here).ok).toBe(true);
  });
});
