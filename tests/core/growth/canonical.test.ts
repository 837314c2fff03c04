import { describe, expect, it } from 'vitest';
import { createNames } from '../../../src/core/formula/names.ts';
import { parseCanonical } from '../../../src/core/formula/parse.ts';
import { printFormula } from '../../../src/core/formula/print.ts';
import { parsePath } from '../../../src/core/growth/path.ts';
import { rebalance } from '../../../src/core/growth/rebalance.ts';
import { pathFormulas } from '../../../src/core/growth/write-path.ts';
import { firms, planYears, rank, share, target, y } from '../../support/plan.ts';

const names = createNames([firms, rank, share]);
const goals = { firms: [4500, 10000], share: [0.0215, 0.026], rank: [9, 8] } as const;

function written(text: string, of: typeof firms): readonly string[] {
  const path = parsePath(text);
  const [near, far] = goals[of.id as keyof typeof goals];
  const targets = new Map([
    [y(2021), target(of.id, 2021, { op: 'gt', value: near })],
    [y(2025), target(of.id, 2025, { op: 'gte', value: far })],
  ]);
  const formulas = path && pathFormulas(path, { indicator: of, base: 0.5, years: planYears, targets });
  return formulas?.ok ? [...new Set(formulas.value.values())] : [];
}

/** Typing what the editing line shows, unchanged, must leave the cell as it was. */
describe('[G19] what a path writes is already in the form that is stored', () => {
  const texts = ['compound', 'step', 'points', 'hold', 'scurve:120000', 'checkpoints']
    .concat(['target-geometric', 'target-linear', 'target-geometric:2021', 'target-linear:2021'])
    .flatMap((text) => [firms, share, rank].map((of) => [text, of.id, written(text, of)] as const));

  it.each(texts)('%s of %s', (_, __, formulas) => {
    expect(formulas.length).toBeGreaterThan(0);
    for (const source of formulas) expect(stored(source)).toBe(source);
  });

  it.each([
    [6000, 10000],
    [0, 9],
  ])('rebalanced from %d to %d', (value, lastValue) => {
    const inputs = rebalance({
      indicator: firms.id,
      year: y(2022),
      value,
      lastYear: y(2025),
      lastValue,
      held: new Set(),
    });
    const sources = [...inputs.values()].map((input) => (input?.kind === 'formula' ? input.source : ''));
    expect(sources).not.toContain('');
    expect(sources.map(stored)).toEqual(sources);
  });
});

function stored(source: string): string {
  const parsed = parseCanonical(source, names);
  return parsed.ok ? printFormula(parsed.value, { names: 'id' }, names) : JSON.stringify(parsed.error);
}
