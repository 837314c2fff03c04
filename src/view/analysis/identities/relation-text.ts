/** A relation between rows, in words. */
import type { Indicator, Relation } from '../../../core/model/dataset.ts';
import type { identities } from '../../../i18n/zh/identities.ts';

export type IdentityWords = typeof identities;

/** `研发投入强度＝研发经费÷地区生产总值`. `name`: what a row is called. */
export function relationText(
  relation: Relation,
  name: (indicator: Indicator['id']) => string,
  words: IdentityWords,
): string {
  const [left, right] = [name(relation.left), name(relation.right)];
  return relation.kind === 'quotient'
    ? words.quotient(left, right, name(relation.divisor))
    : words[relation.kind](left, right);
}
