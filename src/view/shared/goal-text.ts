/** A target with what its numbers are counted in. */
import type { Goal, Indicator } from '../../core/model/dataset.ts';
import { valueFormat } from '../../core/model/format.ts';
import { isRate } from '../../core/model/goal.ts';
import { formatGoal, type GoalWords } from '../format/goal.ts';
import type { NumberLanguage } from '../format/number.ts';
import { withUnit } from './with-unit.ts';

/** `>30,000 家`, `年均 ≥10%`. */
export function goalText(
  goal: Pick<Goal, 'measure' | 'comparison'>,
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  language: NumberLanguage,
  words: GoalWords,
): string {
  const text = formatGoal(goal, valueFormat(indicator.unit), language, words);
  return isRate(goal.measure) ? text : withUnit(text, indicator, language);
}
