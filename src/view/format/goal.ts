/** A target as shown: what is measured, then the comparison. */
import type { Goal } from '../../core/model/dataset.ts';
import { rateFormat } from '../../core/model/format.ts';
import { isRate, parseGoal } from '../../core/model/goal.ts';
import type { NumberFormat } from '../../core/model/view.ts';
import type { Messages } from '../../i18n/messages.ts';
import { formatComparison, type NumberLanguage } from './number.ts';

export type GoalWords = Pick<Messages['grid'], 'comparison' | 'measure'>;

/** `>10,000`, `年均 ≥10%`. `format`: of the row's values. */
export function formatGoal(
  { measure = 'level', comparison }: Pick<Goal, 'measure' | 'comparison'>,
  format: NumberFormat,
  language: NumberLanguage,
  words: GoalWords,
): string {
  const text = formatComparison(comparison, isRate(measure) ? rateFormat : format, language, words.comparison);
  if (measure === 'level') return text;
  return `${words.measure[measure]} ${text}${isRate(measure) ? '%' : ''}`;
}

/** The same for the stored text of a target, where no column names the unit: `≥2.6%`. A text that is none as it came. */
export function formatGoalText(text: string, format: NumberFormat, language: NumberLanguage, words: GoalWords): string {
  const goal = parseGoal(text);
  if (!goal) return text;
  const isShare = format.mark === 'percent' && (goal.measure ?? 'level') === 'level';
  return `${formatGoal(goal, format, language, words)}${isShare ? '%' : ''}`;
}
