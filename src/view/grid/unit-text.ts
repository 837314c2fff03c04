/** A unit as a narrow column of units says it. English spells its powers of ten out elsewhere: here `CNY 100m` has to fit. */
import type { Unit } from '../../core/model/dataset.ts';
import type { Language } from '../../state/preferences.svelte.ts';

export function unitText({ label }: Pick<Unit, 'label'>, language: Language): string {
  return shortUnit(label[language]);
}

/** The same of a text that may be a unit; Chinese units are short as they are. */
export function shortUnit(text: string): string {
  return text.replace(/\b(\d+) million\b/, '$1m').replace(/\b(\d+),000\b/, '$1k');
}
