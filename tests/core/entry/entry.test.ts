import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryContext } from '../../../src/core/entry/context.ts';
import { parseEntry } from '../../../src/core/entry/parse-entry.ts';
import { parsePasted } from '../../../src/core/entry/parse-pasted.ts';
import { printEntry } from '../../../src/core/entry/print-entry.ts';
import { rateFormat } from '../../../src/core/model/format.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import type { NumberFormat } from '../../../src/core/model/view.ts';
import { typedInto } from '../formula/fixture.ts';

const plain: NumberFormat = { decimals: 0, shift: 0, mark: 'none' };

/** A cell of a row in that unit. */
function rowIn(zh: string, en: string, format = plain): EntryContext {
  return { ...typedInto('hightech_firms', '2023'), format, unit: { label: { zh, en } } };
}

const firms = rowIn('家', 'firms');
const money = rowIn('亿元', '100 million yuan');
const people = rowIn('万人', '10,000 people');
const share = rowIn('%', '%', { decimals: 2, shift: 2, mark: 'percent' });
const growth: EntryContext = { ...typedInto('hightech_firms', 'growth'), format: rateFormat, unit: firms.unit };

function number(text: string, context: EntryContext): unknown {
  const entry = parseEntry(text, context);
  if (!entry.ok) return entry.error;
  return entry.value?.kind === 'number' ? entry.value.value : entry.value;
}

describe('[E1] numbers are read as spreadsheets and reports write them', () => {
  it.each([
    ['4222', 4222],
    [' 4222 ', 4222],
    ['\t4222\r\n', 4222],
    ['1,234', 1234],
    ['1,234,567.5', 1_234_567.5],
    ['-3', -3],
    ['+3', 3],
    ['- 3', -3],
    ['−3', -3],
    ['(5)', -5],
    ['（1,234.5）', -1234.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1.5E+05', 150_000],
    ['0.07', 0.07],
    ['0', 0],
    ['１２３．５', 123.5],
    ['１，２３４', 1234],
    ['12.5%', 0.125],
    ['-3%', -0.03],
    ['（3％）', -0.03],
    ['0.07%', 0.0007],
  ])('%s is %d', (text, value) => {
    expect(number(text, firms)).toBe(value);
  });

  it('never stores minus zero', () => {
    expect(Object.is(number('-0', firms), 0)).toBe(true);
    expect(Object.is(number('(0)', firms), 0)).toBe(true);
  });

  it.each(['', ' ', '\u3000', '-', '－', '—', '——', '–', ' — '])('%j is a blank cell', (text) => {
    expect(parseEntry(text, firms)).toEqual({ ok: true, value: null });
  });
});

describe('[E2] 万 and 亿 count in the unit of the row', () => {
  it.each([
    ['1.2万', firms, 12_000],
    ['1.2万家', firms, 12_000],
    ['4222家', firms, 4222],
    ['4222 家', firms, 4222],
    ['4222 firms', firms, 4222],
    ['3千', firms, 3000],
    ['9972台（套）', rowIn('台（套）', 'sets'), 9972],
    ['1.5万台(套)', rowIn('台（套）', 'sets'), 15_000],
    ['2.1件/万人', rowIn('件/万人', 'per 10,000 persons'), 2.1],
    ['2.1 per 10,000 persons', rowIn('件/万人', 'per 10,000 persons'), 2.1],
    ['1.07万', firms, 10_700],
    ['146.63亿元', money, 146.63],
    ['146.63亿', money, 146.63],
    ['146.63', money, 146.63],
    ['1466300万元', money, 146.63],
    ['2.5万亿元', money, 25_000],
    ['14663000000元', money, 146.63],
    ['-1.5亿元', money, -1.5],
    ['(1.5亿元)', money, -1.5],
    ['16.07万', people, 16.07],
    ['16.07万人', people, 16.07],
    ['160700人', people, 16.07],
    ['16.07', people, 16.07],
  ])('%s', (text, context, value) => {
    expect(number(text, context)).toBe(value);
  });

  it.each([
    ['5家', money, { code: 'unit', at: 1, given: '家', unit: money.unit.label }],
    [' 5 万人', money, { code: 'unit', at: 3, given: '万人', unit: money.unit.label }],
    ['10家', share, { code: 'unit', at: 2, given: '家', unit: share.unit.label }],
    ['-5家', money, { code: 'unit', at: 2, given: '家', unit: money.unit.label }],
    ['5%%', firms, { code: 'unit', at: 1, given: '%%', unit: firms.unit.label }],
  ])('%s is refused', (text, context, error) => {
    expect(number(text, context)).toEqual(error);
  });
});

describe('[E3] in a per cent row 10 and 10% mean the same, without rounding noise', () => {
  it.each([
    ['10', 0.1],
    ['10%', 0.1],
    ['１０％', 0.1],
    ['2.1', 0.021],
    ['10.1%', 0.101],
    ['0.07', 0.0007],
    ['7', 0.07],
    ['-3', -0.03],
    ['(3)', -0.03],
    ['0.5个百分点', 0.005],
    ['1e1', 0.1],
  ])('%s is %d', (text, value) => {
    expect(number(text, share)).toBe(value);
    expect(number(text, growth)).toBe(value);
  });
});

describe('[E4] what begins with = is a formula, stored by id', () => {
  it.each([
    ['=prev*(1+growth)', 'prev*(1+growth)'],
    ['＝上年＊（１＋增速）', 'prev*(1+growth)'],
    [' =高新技术企业[-1]', 'hightech_firms[-1]'],
    ['=F2*1.1\n', 'prev*1.1'],
    ['+高企', '+hightech_firms'],
    ['-高企*2', '-hightech_firms*2'],
    ['-(5)', '-5'],
    ['-5*2', '-5*2'],
    ['+SUM(1,2)', '+SUM(1,2)'],
  ])('%s', (text, source) => {
    expect(parseEntry(text, firms)).toEqual({ ok: true, value: { kind: 'formula', source } });
  });

  it.each([
    ['=1+', { code: 'formula', error: { code: 'syntax', at: 3, expected: 'operand' } }],
    ['\n =1+', { code: 'formula', error: { code: 'syntax', at: 5, expected: 'operand' } }],
    ['-水果', { code: 'formula', error: { code: 'unknownName', at: 1, name: '水果' } }],
  ])('%j fails with its place', (text, error) => {
    expect(parseEntry(text, firms)).toEqual({ ok: false, error });
  });
});

describe('[E5] what is no entry is refused with its place', () => {
  it.each([
    ['abc', { code: 'unreadable', at: 0 }],
    ['  abc', { code: 'unreadable', at: 2 }],
    ['1,23', { code: 'unreadable', at: 1 }],
    ['1,2345', { code: 'unreadable', at: 1 }],
    ['1.2.3', { code: 'unreadable', at: 3 }],
    ['5*2', { code: 'unreadable', at: 1 }],
    ['(-5)', { code: 'unreadable', at: 1 }],
    ['(5', { code: 'unreadable', at: 0 }],
    ['.', { code: 'unreadable', at: 0 }],
    ['1e999', { code: 'tooLarge', at: 0 }],
    ['1'.repeat(2001), { code: 'unreadable', at: 2000 }],
  ])('%s', (text, error) => {
    expect(number(text, firms)).toEqual(error);
  });

  it('answers a megabyte at once', () => {
    const before = performance.now();
    for (const text of ['1', ' ', '(', '=', '-', '万', '1,'].map((piece) => piece.repeat(1_000_000)))
      parseEntry(text + 'x', firms);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('[E6] the columns of path and held years take text', () => {
  it.each(['path', 'held'])('%s', (column) => {
    const context = { ...typedInto('hightech_firms', column), format: rateFormat, unit: firms.unit };
    expect(parseEntry(' compound ', context)).toEqual({ ok: true, value: { kind: 'text', text: 'compound' } });
    expect(parseEntry('2023', context)).toEqual({ ok: true, value: { kind: 'text', text: '2023' } });
    expect(parseEntry('  ', context)).toEqual({ ok: true, value: null });
  });
});

describe('[E7] paste never fails and drops nothing', () => {
  it.each<[string, CellInput | null]>([
    ['1,234', { kind: 'number', value: 1234 }],
    ['—', null],
    ['=G3', { kind: 'formula', source: 'tech_firms' }],
    ['约 4222 家', { kind: 'text', text: '约 4222 家' }],
    [' #N/A ', { kind: 'text', text: '#N/A' }],
    ['=VLOOKUP(1,2)', { kind: 'formula', source: 'VLOOKUP(1,2)' }],
    ['＝1+', { kind: 'formula', source: '1+' }],
    ['==1', { kind: 'formula', source: '=1' }],
  ])('%s', (text, input) => {
    expect(parsePasted(text, firms)).toEqual(input);
  });
});

describe('[E7] any text at all is read, refused or kept, and what is kept stays the same', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('0123456789.,%()-+=eE万亿元家人 —[]<>^*/ＡA＝（）％')),
      maxLength: 16,
    }),
  );

  it.each([
    ['plain', firms],
    ['per cent', share],
    ['money', money],
  ])('in a %s row', (_, context) => {
    fc.assert(
      fc.property(text, (typed) => {
        const pasted = parsePasted(typed, context);
        if (pasted) expect(parsePasted(printEntry(pasted, context.own.column, context), context)).toEqual(pasted);
        const entry = parseEntry(typed, context);
        if (entry.ok) expect(entry.value).toEqual(pasted);
        else if ('at' in entry.error) expect(entry.error.at).toBeLessThanOrEqual(typed.length);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('[E8] what the formula bar shows, typed again, is the same input', () => {
  it.each<[CellInput, EntryContext, string]>([
    [{ kind: 'number', value: 4222 }, firms, '4222'],
    [{ kind: 'number', value: 0.1 }, firms, '0.1'],
    [{ kind: 'number', value: 0.1 }, share, '10%'],
    [{ kind: 'number', value: 0.07 }, share, '7%'],
    [{ kind: 'number', value: 0.021 }, share, '2.1%'],
    [{ kind: 'number', value: -0.0005 }, share, '-0.05%'],
    [{ kind: 'number', value: 1 }, share, '100%'],
    [{ kind: 'number', value: 0 }, share, '0%'],
    [{ kind: 'number', value: 12.5 }, share, '1250%'],
    [{ kind: 'number', value: 1e-9 }, share, '1e-7%'],
    [{ kind: 'formula', source: 'hightech_firms[-1]*(1+growth)' }, firms, '=高新技术企业[-1]*(1+growth)'],
    [{ kind: 'formula', source: 'VLOOKUP(1,2)' }, firms, '=VLOOKUP(1,2)'],
    [{ kind: 'text', text: '约 4222 家' }, firms, '约 4222 家'],
  ])('%j', (input, context, text) => {
    expect(printEntry(input, context.own.column, context)).toBe(text);
  });

  it.each([
    ['plain', firms],
    ['per cent', share],
    ['money', money],
  ])('for any number, in a %s row', (_, context) => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e300, min: -1e300 });
    fc.assert(
      fc.property(value, (x) => {
        const input: CellInput = { kind: 'number', value: x === 0 ? 0 : x };
        expect(parseEntry(printEntry(input, context.own.column, context), context)).toEqual({ ok: true, value: input });
      }),
      { numRuns: 5000 },
    );
  });

  it('for formulas', () => {
    const sources = [
      'prev*(1+growth)',
      'gdp[2020]+stations_5g',
      'IF(rd_spend>1,2%,-3)',
      'SUM(gdp[2021]:lab9)',
      'self[-2]^-2',
    ];
    for (const source of sources) {
      const input: CellInput = { kind: 'formula', source };
      expect(parseEntry(printEntry(input, firms.own.column, firms), firms)).toEqual({ ok: true, value: input });
    }
  });
});
