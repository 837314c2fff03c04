import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeClipboard, decodeTsv, encodeClipboard } from '../../../src/io/exchange/clipboard.ts';

const plainCell = (text: string) => ({ text, entry: text });

describe('[V7] tab-separated text as Excel and WPS write it', () => {
  it.each<[string, string, string[][]]>([
    ['one cell', '1', [['1']]],
    [
      'a block',
      '1\t2\r\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'the line break that Excel adds at the end',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['line breaks of every kind', 'a\nb\rc\r\nd', [['a'], ['b'], ['c'], ['d']]],
    [
      'blank cells',
      '\t2\t\r\n\t\t',
      [
        ['', '2', ''],
        ['', '', ''],
      ],
    ],
    ['an empty line within', 'a\n\nb', [['a'], [''], ['b']]],
    ['a quoted line break and tab', '"a\nb"\t"c\td"', [['a\nb', 'c\td']]],
    ['doubled quotes', '"say ""hi"""\tx', [['say "hi"', 'x']]],
    ['a quote that never closes', '"a\tb', [['"a', 'b']]],
    ['a quote inside', '5" disk\tx', [['5" disk', 'x']]],
  ])('%s', (_, text, rows) => {
    expect(decodeTsv(text)).toEqual(rows);
  });
});

describe('[V7] our own cells keep what was put into them', () => {
  const cells = [
    [{ text: '6799.57322', entry: '=prev*(1+growth)' }, plainCell('10%')],
    [plainCell(''), { text: '#N/A', entry: '="a"<b>&c' }],
  ];
  const { plain, html } = encodeClipboard(cells);

  it('through HTML', () => {
    expect(decodeClipboard(plain, html)).toEqual(cells);
  });
  it('and give their values to anyone else', () => {
    expect(plain).toBe('6799.57322\t10%\r\n\t#N/A');
    expect(decodeClipboard(plain, '')).toEqual([
      [plainCell('6799.57322'), plainCell('10%')],
      [plainCell(''), plainCell('#N/A')],
    ]);
  });
  it('also when the browser wraps the table', () => {
    expect(
      decodeClipboard(plain, `<html><body>\r\n<!--StartFragment-->${html}<!--EndFragment-->\r\n</body></html>`),
    ).toEqual(cells);
  });
});

describe('[V7] tables of other programs', () => {
  const table =
    '<table><!-- a > b --><colgroup><col></colgroup><tr><td class=x>1,234</td><td style="mso-number-format:\'0\'"><b>5</b>%</td></tr>' +
    '<tr>\n <th>a&nbsp;&lt;b&#x4e2d;&#22269;</th><td>x<br>y</td></tr></table>';

  it('are read where there is no text', () => {
    expect(decodeClipboard('', table)).toEqual([
      [plainCell('1,234'), plainCell('5%')],
      [plainCell('a <b中国'), plainCell('x\ny')],
    ]);
  });
  it('give way to the text, which is what the person saw', () => {
    expect(decodeClipboard('9', table)).toEqual([[plainCell('9')]]);
  });
  it('may not smuggle in formulas', () => {
    expect(decodeClipboard('5', '<table><tr><td data-entry="=1+1">5</td></tr></table>')).toEqual([[plainCell('5')]]);
  });
});

describe('[V7] anything that is copied comes back as it was', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '<', '&', '中', '=', '1') });
  it('as text, over 500 random blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const { plain } = encodeClipboard(rows.map((row) => row.map(plainCell)));
          // A block that is one empty cell is an empty clipboard; a last empty line is the line break that Excel adds.
          fc.pre(rows.at(-1)?.join('') !== '' || (rows.at(-1)?.length ?? 0) > 1);
          expect(decodeTsv(plain)).toEqual(rows);
        },
      ),
      { numRuns: 500, seed: 20201123 },
    );
  });
  it('hostile HTML is read in time that grows with its length', () => {
    const started = performance.now();
    decodeClipboard('', '<td '.repeat(50_000));
    decodeClipboard('', `<table>${'<td>'.repeat(50_000)}`);
    decodeClipboard('', `<!--${'-'.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
