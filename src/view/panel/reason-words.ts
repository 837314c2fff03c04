/** Why a row's default growth is what it is, in a sentence with its years and numbers. */
import type { Dataset, WorkbookRow } from '../../core/model/dataset.ts';
import { rateFormat, valueFormat } from '../../core/model/format.ts';
import type { PanelMessages } from '../../i18n/messages.ts';
import { formatWithMark, type NumberLanguage } from '../format/number.ts';

type Words = PanelMessages['panel']['reason'];

export function wordReason(row: WorkbookRow, dataset: Dataset, words: Words, language: NumberLanguage): string {
  const { reason, growth } = row.defaultPath;
  const format = valueFormat(row.indicator.unit);
  const text = (value: number) => formatWithMark(value, format, language);
  const rate = (value: number) => formatWithMark(value, { ...rateFormat, decimals: 1 }, language);
  switch (reason.code) {
    case 'history': {
      const { from, to, first, last } = reason;
      return words.history(from, to, growth === undefined ? '' : rate(growth), text(first), text(last));
    }
    case 'publishedGrowth':
      return words.publishedGrowth(reason.year, growth === undefined ? '' : rate(growth));
    case 'target': {
      const layer = dataset.layers.find(({ id }) => id === reason.layer);
      const name = layer?.label[language] ?? reason.layer;
      return words.target(reason.year, name, growth === undefined ? undefined : rate(growth));
    }
    case 'identity':
    case 'rank':
    case 'periodTotal':
    case 'changedDefinition':
    case 'noHistory':
      return words[reason.code];
  }
}
