import { describe, expect, it } from 'vitest';
import { assessTarget } from '../../../src/core/target/assess.ts';
import type { Better, Comparison } from '../../../src/core/model/dataset.ts';
import type { TargetStatus } from '../../../src/core/model/view.ts';
import { near } from '../../support/near.ts';

type Case = readonly [comparison: Comparison, value: number, status: TargetStatus, gap: number];

const more: Comparison = { op: 'gt', value: 4500 };
const least: Comparison = { op: 'gte', value: 10000 };
const below: Comparison = { op: 'lt', value: 100 };
const most: Comparison = { op: 'lte', value: 10 };
const about: Comparison = { op: 'approx', value: 1200, tolerance: 60 };
const range: Comparison = { op: 'between', low: 10, high: 20 };

function check([comparison, value, status, gap]: Case, better?: Better) {
  const assessment = assessTarget(comparison, value, better);
  expect(assessment).toEqual({ status, gap: near(gap, 9) });
}

describe('[T1] a strict target is not met by its own number', () => {
  it.each<Case>([
    [more, 4500, 'missed', 0],
    [more, 4501, 'thin', -1],
    [more, 4222, 'missed', 278],
    [more, 5108, 'met', -608],
    [below, 100, 'missed', 0],
    [below, 90, 'met', -10],
    [below, 101, 'missed', 1],
  ])('%o: %d is %s', (...row) => check(row));
});

describe('[T2] at least and at most include their number', () => {
  it.each<Case>([
    [least, 10000, 'thin', 0],
    [least, 9999, 'missed', 1],
    [least, 12000, 'met', -2000],
    [most, 10, 'thin', 0],
    [most, 11, 'missed', 1],
    // A rank: the eighth place is better than the tenth.
    [most, 8, 'met', -2],
    [{ op: 'gte', value: -5 }, -4, 'met', -1],
    [{ op: 'gte', value: 0 }, 0, 'thin', 0],
    [{ op: 'gte', value: 0 }, 0.001, 'met', -0.001],
  ])('%o: %d is %s', (...row) => check(row));
});

describe('[T3] about and between are met inside, edges included', () => {
  it.each<Case>([
    [about, 1200, 'met', -60],
    [about, 1140, 'met', 0],
    [about, 1260, 'met', 0],
    [about, 1130, 'missed', 10],
    [about, 1275, 'missed', 15],
    [range, 10, 'met', 0],
    [range, 12, 'met', -2],
    [range, 9, 'missed', 1],
    [range, 23, 'missed', 3],
  ])('%o: %d is %s', (...row) => check(row));
});

describe('[T4] a goal stated as a plain number is to be reached, in the direction that is better', () => {
  const plain: Comparison = { op: 'eq', value: 0.026 };
  it.each<readonly [Better, ...Case]>([
    ['up', plain, 0.027, 'met', -0.001],
    ['up', plain, 0.026, 'thin', 0],
    ['up', plain, 0.025, 'missed', 0.001],
    ['down', plain, 0.025, 'met', -0.001],
    ['down', plain, 0.027, 'missed', 0.001],
    ['neither', plain, 0.026, 'met', 0],
    ['neither', plain, 0.027, 'missed', 0.001],
    ['neither', plain, 0.025, 'missed', 0.001],
    // Better says nothing where the comparison does.
    ['down', more, 5108, 'met', -608],
  ])('better %s, %o: %d is %s', (better, ...row) => check(row, better));
});

describe('[T5] met by less than 2 % of its number is met by a thin margin', () => {
  it.each<Case>([
    [least, 10199.9, 'thin', -199.9],
    [least, 10200, 'met', -200],
    [more, 4589.9, 'thin', -89.9],
    [more, 4590, 'met', -90],
    [most, 9.81, 'thin', -0.19],
    [most, 9.8, 'met', -0.2],
  ])('%o: %d is %s', (...row) => check(row));
});

describe('[T6] what calculating with doubles adds counts as nothing', () => {
  it.each<Case>([
    [least, 9999.999999999998, 'thin', 0],
    [more, 4500.000000000001, 'missed', 0],
    [least, 9999.9999, 'missed', 0.0001],
    [more, 4500.0001, 'thin', -0.0001],
    [{ op: 'eq', value: 0.3 }, 0.1 + 0.2, 'met', 0],
  ])('%o: %d is %s', (...row) => {
    check(row);
    if (row[3] === 0) expect(assessTarget(row[0], row[1])).toHaveProperty('gap', 0);
  });
});

describe('[T7] no value, no assessment', () => {
  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s', (value) => {
    expect(assessTarget(least, value)).toEqual({ status: 'unknown' });
  });
});
