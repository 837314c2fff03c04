/** The answer of goal seek as a sentence. */
import type { Indicator } from '../../../core/model/dataset.ts';
import type { GoalDraft } from '../../../state/goal-draft.svelte.ts';
import { formatStated } from '../../format/number.ts';
import { indicatorName } from '../../shared/indicator-name.ts';
import type { Spoken } from '../answer-words.ts';
import { resultNumber } from '../assumption-text.ts';

type Answer = GoalDraft['answer'];
type Asked = Pick<GoalDraft, 'answer' | 'goal' | 'writes'> & { readonly result: Pick<GoalDraft['result'], 'year'> };

/** Absent while the goal cannot be read. */
export function wordOutcome(
  { answer, goal, writes, result }: Asked,
  indicator: Pick<Indicator, 'kind' | 'shortName' | 'label' | 'unit'>,
  { language, words }: Spoken,
): string | undefined {
  if (!answer || !goal.ok) return undefined;
  const name = `${indicatorName(indicator, language)} ${words.result.yearOf(result.year)}`;
  const number = (value: number): string => resultNumber(value, indicator, language, formatStated);
  switch (answer.kind) {
    case 'noDriver':
      return words.goal.noDriver;
    case 'noValue':
      return words.goal.noValue(name);
    case 'independent':
      return words.goal.independent(name, number(answer.reached));
    case 'solved':
      // What was asked for: what was reached differs from it only in the last bits.
      return (writes.length === 0 ? words.goal.asItIs : words.goal.solved)(name, number(goal.value));
    case 'closest': {
      const side = answer.reached < goal.value ? words.goal.atMost : words.goal.atLeast;
      return side(name, number(answer.reached), number(goal.value));
    }
  }
}

/** A shape before a colour. */
export function outcomeMark(answer: Answer): string {
  return answer?.kind === 'solved' ? '✓' : '✗';
}

/** `倍数 1.25`; absent where nothing was multiplied. */
export function multiplierText(answer: Answer, { language, words }: Spoken): string | undefined {
  if (answer?.kind !== 'solved' && answer?.kind !== 'closest') return undefined;
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: 6 });
  return words.goal.multiplier(format.format(answer.at));
}
