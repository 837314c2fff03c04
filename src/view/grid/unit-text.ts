/** A unit as the narrow column of units says it. English spells its powers of ten out elsewhere: here `CNY 100m` has to fit. */
import type { Unit } from '../../core/model/dataset.ts';
import type { Language } from '../../state/preferences.svelte.ts';

export function unitText({ label }: Unit, language: Language): string {
  if (language === 'zh') return label.zh;
  return label.en.replace(/\b(\d+) million\b/, '$1m').replace(/\b(\d+),000\b/, '$1k');
}
