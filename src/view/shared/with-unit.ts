/** Numbers and their units in running text. */
import type { Indicator, Unit } from '../../core/model/dataset.ts';

type Language = 'zh' | 'en';

/** `4,222 家`, `2.1%`; `16.07 (10,000 persons)` where the unit begins with a number of its own; of a rank the place, `第 7 位`, `rank ≤7`. */
export function withUnit(number: string, { kind, unit }: Pick<Indicator, 'kind' | 'unit'>, language: Language): string {
  if (kind !== 'rank') return amountWithUnit(number, { kind, unit }, language);
  if (language === 'en') return `rank ${number}`;
  return /^\d/.test(number) ? `第 ${number} 位` : `${number} 位`;
}

/** The same of a difference or a step: of ranks as many places, `2 位`, `2 places`. */
export function amountWithUnit(
  number: string,
  { kind, unit }: Pick<Indicator, 'kind' | 'unit'>,
  language: Language,
): string {
  if (unit.percent) return `${number}%`;
  const label = kind === 'rank' ? placesLabel(number)[language] : unit.label[language];
  return /^\d/.test(label) ? `${number} (${label})` : `${number} ${label}`;
}

function placesLabel(number: string): Unit['label'] {
  return { zh: '位', en: number === '1' ? 'place' : 'places' };
}
