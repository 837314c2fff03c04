import { describe, expect, it } from 'vitest';
import { choiceOf, choicesFor, pathChoices, pathOf, startingCeiling } from '../../../src/view/panel/path-choice.ts';

describe('[V36] growth paths as they are chosen', () => {
  it.each(pathChoices)('%s is itself again', (choice) => {
    expect(choiceOf(pathOf(choice, 12_000))).toBe(choice);
  });

  it('an S-curve takes its ceiling along', () => {
    expect(pathOf('scurve', 12_000)).toEqual({ kind: 'scurve', ceiling: 12_000 });
  });

  it('a per cent row moves by points, others by an amount', () => {
    expect(choicesFor(true)).not.toContain('step');
    expect(choicesFor(true)).toContain('points');
    expect(choicesFor(false)).toContain('step');
    expect(choicesFor(false)).not.toContain('points');
  });

  it.each([
    [[4222, 9865], false, 15_000],
    [[0.5, 0.9], true, 1],
    [[0.021, 0.026], true, 0.039],
    [[undefined, undefined], false, 1],
    [[0, 0], false, 1],
  ])('%j begins with the ceiling %#', (values, percent, ceiling) => {
    expect(startingCeiling(values, percent)).toBe(ceiling);
  });
});
