import { describe, expect, it } from 'vitest';
import { readTarget } from '../../../src/core/entry/target-entry.ts';
import { rateFormat, valueFormat } from '../../../src/core/model/format.ts';
import { parseGoal } from '../../../src/core/model/goal.ts';
import { entryOf, fieldsOf } from '../../../src/view/analysis/targets/target-draft.ts';
import { units } from '../../support/plan.ts';

const format = valueFormat(units.firms);

describe('[T13] the form of a target', () => {
  it.each([
    '>10000',
    '>=10000',
    '<=5',
    '<3.5',
    '=12 anticipatory',
    '25±0.5',
    '24~26 binding',
    'averageGrowth >=0.1 binding',
    'growth >0.205',
    'change >=2000',
    'total >=12000',
  ])('fills its fields from “%s” and enters the same again', (text) => {
    const goal = parseGoal(text);
    expect(goal).toBeDefined();
    const entry = entryOf(fieldsOf(goal, format));
    expect(readTarget(entry ?? '', { format, unit: units.firms })).toEqual({ ok: true, value: { kind: 'text', text } });
  });

  it('shows per cent without its sign, which stands beside the field', () => {
    const fields = fieldsOf(parseGoal('>0.0215'), rateFormat);
    expect(fields).toMatchObject({ op: 'gt', first: '2.15' });
    expect(readTarget(entryOf(fields) ?? '', { format: rateFormat, unit: units.percent })).toMatchObject({
      value: { text: '>0.0215' },
    });
  });

  it.each([[{ op: 'gte', first: ' ', second: '' }], [{ op: 'between', first: '1', second: '' }]] as const)(
    'is not entered while a number is missing: %o',
    (fields) => {
      expect(entryOf({ ...fieldsOf(undefined, format), ...fields })).toBeUndefined();
    },
  );

  it('an about without a tolerance takes the usual one', () => {
    expect(entryOf({ ...fieldsOf(undefined, format), op: 'approx', first: '100' })).toBe('≈100');
  });
});
