import { describe, expect, it } from 'vitest';
import { encodeCsv } from '../../../src/io/exchange/csv.ts';

/** A reader of RFC 4180 by its grammar, independent of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (let match = field.exec(text); match && match.index < text.length; match = field.exec(text)) {
    const [, raw = '', end] = match;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('[C7] a CSV file opens in Excel and WPS as it was', () => {
  it('begins with a byte order mark and ends each row with CRLF', () => {
    expect(
      encodeCsv([
        ['指标', '2025'],
        ['家', 1],
      ]),
    ).toBe('\uFEFF指标,2025\r\n家,1\r\n');
  });

  it('keeps every digit of a number, and its sign, unguarded', () => {
    expect(encodeCsv([[-0.1, 1 / 3, 1e21, 0.30000000000000004]])).toBe(
      '\uFEFF-0.1,0.3333333333333333,1e+21,0.30000000000000004\r\n',
    );
  });

  it('refuses what is no number', () => {
    expect(() => encodeCsv([[Number.NaN]])).toThrow();
  });

  it.each([['a,b'], ['say "yes"'], ['two\r\nlines'], ['two\nlines'], [' blank first'], ['"'], ['', 'x']])(
    'a field with separators survives: %j',
    (...fields) => {
      expect(readCsv(encodeCsv([fields, ['end']]).slice(1))).toEqual([fields, ['end']]);
    },
  );
});

describe('[C8] no text in a CSV file is run as a formula', () => {
  it.each([
    ['=1+1'],
    ['+1'],
    ['-1'],
    ['@SUM(A1)'],
    ['＝1+1'],
    ['＋1'],
    ['－1'],
    ['＠x'],
    ['  =1'],
    ['\t=1'],
    ['\u00A0=1'],
    ['\uFEFF=1'],
    ['\r=1'],
    ['=cmd|"/c calc"!A1'],
  ])('%j is guarded', (text) => {
    const [[field = ''] = []] = readCsv(encodeCsv([[text]]).slice(1));
    expect(field.split(/[\r\n]+/).filter((line) => /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]/u.test(line))).toEqual([]);
    expect(field.replaceAll("'", '')).toBe(text);
  });

  it('every line of a field is guarded', () => {
    expect(readCsv(encodeCsv([['note\n=1\r\n+2']]).slice(1))).toEqual([["note\n'=1\r\n'+2"]]);
  });

  it.each([['高新技术企业'], ["it's"], ['1-2'], ['a=b'], ['>10,000'], ['≥4500']])('%j is left as it is', (text) => {
    expect(readCsv(encodeCsv([[text]]).slice(1))).toEqual([[text]]);
  });
});
