/** What a row is called where there is little room: its short name, in English its label. */
import type { Indicator } from '../../core/model/dataset.ts';

export function indicatorName(
  { shortName, label }: Pick<Indicator, 'shortName' | 'label'>,
  language: 'zh' | 'en',
): string {
  return language === 'zh' ? shortName : label.en;
}
