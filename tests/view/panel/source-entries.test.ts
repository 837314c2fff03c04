import { describe, expect, it } from 'vitest';
import type { Dataset, Observation } from '../../../src/core/model/dataset.ts';
import { panel } from '../../../src/i18n/zh/panel.ts';
import { zh } from '../../../src/i18n/zh.ts';
import {
  baseEntry,
  isKnownEntry,
  otherEntries,
  targetEntries,
  wordFigure,
} from '../../../src/view/panel/source-entries.ts';
import { dataset, figure, firms, id, layer, row, share, target, y } from '../../support/plan.ts';

const own = row(firms, 4222, { path: 'hold' });
const context = (book: Partial<Dataset>) => ({
  dataset: { ...dataset([own]), ...book },
  messages: { ...zh, panel },
  language: 'zh' as const,
});

function seen(kind: Observation['kind'], year: number, other: Partial<Observation> = {}): Observation {
  return {
    kind,
    indicator: id('firms'),
    region: '重庆',
    year: y(year),
    figure: figure(year),
    comparable: true,
    ...other,
  };
}

describe('[V37] where a number comes from', () => {
  it.each([
    ['=', '4,222 家'],
    ['>', '超过 4,222 家'],
    ['≈', '约 4,222 家'],
  ] as const)('a figure keeps its word: %s', (bound, text) => {
    expect(wordFigure({ ...figure(4222), bound }, own, context({}))).toBe(text);
  });

  it('a share is told in per cent, with the decimals it was stated with', () => {
    expect(wordFigure(figure(0.021), row(share, 0.021, { path: 'hold' }), context({}))).toBe('2.1%');
  });

  it('the base value names its year', () => {
    expect(baseEntry(own, context({}))).toMatchObject({ text: '2020 年 4,222 家', standing: 'official' });
  });

  it('targets in force come first, those that are not say so', () => {
    const layers = [
      layer('old', [target('firms', 2025, { op: 'gte', value: 8000 }, 'old')]),
      layer('new', [
        target('firms', 2025, { op: 'gt', value: 10_000 }, 'new'),
        target('other', 2025, { op: 'gt', value: 1 }),
      ]),
    ];
    const entries = targetEntries(own, ({ layer: name }) => name === 'new', context({ layers }));
    expect(entries.map(({ text, marks }) => [text, marks])).toEqual([
      ['2025 年 >10,000 家', []],
      ['2025 年 ≥8,000 家', ['未生效']],
    ]);
  });

  it('a binding target is called so', () => {
    const layers = [layer('a', [{ ...target('firms', 2025, { op: 'gte', value: 1 }), nature: 'binding' as const }])];
    expect(targetEntries(own, () => true, context({ layers }))[0]?.marks).toEqual(['约束性']);
  });

  it('other figures stand by kind and year, with region, span and what cannot be compared', () => {
    const observations = [
      seen('peer', 2020, { region: '上海', comparable: false }),
      seen('actual', 2022, { comparable: false }),
      seen('history', 2019, { since: y(2016) }),
      seen('history', 2015),
      seen('history', 2015, { indicator: id('other') }),
    ];
    expect(otherEntries(own, context({ observations })).map(({ text, marks }) => [text, ...marks])).toEqual([
      ['2015 年 2,015 家', '历史'],
      ['2016—2019 年 2,019 家', '历史'],
      ['2022 年 2,022 家', '实际值', '不可比，未连线'],
      ['上海 2020 年 2,020 家', '其他地区'],
    ]);
  });

  it('what became known after a day is told apart: figures by their date, targets since their document was issued', () => {
    const dated = (published: string) => ({ ...figure(1), citation: { ...figure(1).citation, published } });
    const layers = ['2021-06', '2022-01'].map((issued) => ({
      ...layer(issued, [{ ...target('firms', 2025, { op: 'gt', value: 1 }, issued), ...dated('2024') }]),
      issued,
    }));
    const observations = ['', '2020-03', '2021-12-31', '2022'].map((published, index) =>
      seen('actual', 2021 + index, { figure: dated(published) }),
    );
    const book = context({ layers, observations });
    const entries = [baseEntry(own, book), ...targetEntries(own, () => true, book), ...otherEntries(own, book)];
    const known = (until?: string) => entries.map((entry) => (isKnownEntry(entry, until) ? 1 : 0)).join('');
    expect([known('2021-12-31'), known('2019'), known()]).toEqual(['1100110', '1000000', '1111111']);
  });

  it('a ratio of the report keeps its warning', () => {
    const warning = { zh: '不能由此推算', en: 'derive nothing' };
    const statedRatios = [{ indicator: id('firms'), region: '广东', year: y(2020), figure: figure(0.054), warning }];
    expect(otherEntries(own, context({ statedRatios }))[0]).toMatchObject({
      text: '2020 年 约为广东的 5.4%',
      note: '不能由此推算',
    });
  });
});
