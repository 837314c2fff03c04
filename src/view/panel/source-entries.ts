/** Where a row's numbers come from: its base value, its targets in every layer, and what else was published, as entries to print. */
import type { Citation, Dataset, Figure, Observation, Standing, WorkbookRow } from '../../core/model/dataset.ts';
import { valueFormat } from '../../core/model/format.ts';
import { isKnownBy } from '../../core/model/publication.ts';
import type { PanelMessages } from '../../i18n/messages.ts';
import { formatStated, formatWithMark, type NumberLanguage } from '../format/number.ts';
import { goalText } from '../shared/goal-text.ts';
import { withUnit } from '../shared/with-unit.ts';

export interface SourceEntry {
  readonly id: string;
  readonly standing: Standing;
  /** What it says: `2025 年 >10,000 家`. */
  readonly text: string;
  readonly citation: Citation;
  /** Since when it was known, such as `2022-01`: a target since its document was issued; what the plan begins with, always. */
  readonly published: string | undefined;
  readonly note: string | undefined;
  /** Binding or anticipatory, not in force, not comparable. */
  readonly marks: readonly string[];
}

interface Context {
  readonly dataset: Dataset;
  readonly messages: PanelMessages;
  readonly language: NumberLanguage;
}

/** Whether it was known by a day; by no day in particular everything is. */
export function isKnownEntry({ published }: SourceEntry, until: string | undefined): boolean {
  return published === undefined || isKnownBy(published, until);
}

/** A figure with its words: `超过 4,222 家`. */
export function wordFigure(figure: Figure, row: WorkbookRow, { messages, language }: Context): string {
  const { indicator } = row;
  const number = formatStated(figure.value, valueFormat(indicator.unit), language);
  return `${messages.panel.source.bound[figure.bound]}${withUnit(number, indicator, language)}`;
}

export function baseEntry(row: WorkbookRow, context: Context): SourceEntry {
  const { base } = row;
  return {
    id: 'base',
    standing: base.standing,
    text: context.messages.panel.source.yearValue(context.dataset.baseYear, wordFigure(base, row, context)),
    citation: base.citation,
    published: undefined,
    note: base.note?.[context.language],
    marks: [],
  };
}

/** The row's targets, those in force first. */
export function targetEntries(
  row: WorkbookRow,
  isInForce: (target: Dataset['layers'][number]['targets'][number]) => boolean,
  { dataset, messages, language }: Context,
): readonly SourceEntry[] {
  const { id } = row.indicator;
  const words = messages.panel.source;
  const own = dataset.layers.flatMap(({ issued, targets }) =>
    targets.filter(({ indicator }) => indicator === id).map((target) => ({ issued, target })),
  );
  const entries = own.map(({ issued, target }) => {
    const inForce = isInForce(target);
    const goal = goalText(target, row.indicator, language, messages.grid);
    return {
      inForce,
      entry: {
        id: `${target.layer} ${target.year}`,
        standing: target.standing,
        text: words.targetYear(target.year, goal),
        citation: target.citation,
        published: issued,
        note: target.note?.[language],
        marks: [words.nature[target.nature], inForce ? '' : words.notInForce].filter((word) => word !== ''),
      },
    };
  });
  return [...entries.filter(({ inForce }) => inForce), ...entries.filter(({ inForce }) => !inForce)].map(
    ({ entry }) => entry,
  );
}

/** What else was published of the row: history, later actuals, then other regions and ratios to them. */
export function otherEntries(row: WorkbookRow, context: Context): readonly SourceEntry[] {
  const { dataset, messages, language } = context;
  const words = messages.panel.source;
  const { id } = row.indicator;
  const order: Record<Observation['kind'], number> = { history: 0, actual: 1, peer: 2 };
  const observations = dataset.observations
    .filter(({ indicator }) => indicator === id)
    .sort((a, b) => order[a.kind] - order[b.kind] || a.year - b.year)
    .map((observation, index): SourceEntry => {
      const { kind, region, year, since, figure, comparable } = observation;
      const years =
        since === undefined ? words.yearValue : (last: number, text: string) => words.spanValue(since, last, text);
      const text = years(year, wordFigure(figure, row, context));
      return {
        id: `${kind} ${index}`,
        standing: figure.standing,
        text: kind === 'peer' ? words.inRegion(region, text) : text,
        citation: figure.citation,
        published: figure.citation.published,
        note: figure.note?.[language],
        marks: [words[kind], ...(comparable || kind === 'peer' ? [] : [words.incomparable])],
      };
    });
  const ratios = dataset.statedRatios
    .filter(({ indicator }) => indicator === id)
    .map(({ region, year, figure, warning }, index): SourceEntry => {
      const share = formatWithMark(figure.value, { decimals: 1, shift: 2, mark: 'percent' }, language);
      return {
        id: `ratio ${index}`,
        standing: figure.standing,
        text: words.yearValue(year, words.ratio(region, share)),
        citation: figure.citation,
        published: figure.citation.published,
        note: warning[language],
        marks: [words.ratios],
      };
    });
  return [...observations, ...ratios];
}
