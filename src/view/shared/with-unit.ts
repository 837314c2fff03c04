/** A number and its unit in running text: `4,222 家`, `2.1%`; `16.07 (10,000 persons)` where the unit begins with a number of its own. */
import type { Unit } from '../../core/model/dataset.ts';

export function withUnit(number: string, unit: Unit, language: 'zh' | 'en'): string {
  if (unit.percent) return `${number}%`;
  const label = unit.label[language];
  return /^\d/.test(label) ? `${number} (${label})` : `${number} ${label}`;
}
