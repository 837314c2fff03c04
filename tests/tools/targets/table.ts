/** Every target of a dataset as a line of text: the growth it needs, and how it fares in each built-in scenario. */
import { printTarget } from '../../../src/core/entry/target-entry.ts';
import { settingKey } from '../../../src/core/model/cell.ts';
import type { Dataset, Target, TargetLayer } from '../../../src/core/model/dataset.ts';
import { valueFormat } from '../../../src/core/model/format.ts';
import { printGoal } from '../../../src/core/model/goal.ts';
import { builtInScenarios } from '../../../src/core/projection/built-in.ts';
import { neededGrowth, type NeededGrowth } from '../../../src/core/projection/needed-growth.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { makeWorkbook, type Workbook } from '../../../src/core/projection/workbook.ts';
import type { Patch } from '../../../src/core/scenario/scenario.ts';

const names = { base: 'base', onTarget: 'on-target', cautious: 'cautious', bold: 'bold', foresight: 'as-of-2021' };

/** A heading, then the targets by layer, those whose row or year the sheet has. Columns are aligned by blanks. */
export function targetTable(dataset: Dataset): readonly string[] {
  const workbook = makeWorkbook(dataset);
  const scenarios = builtInScenarios(workbook, names);
  const heading = [
    'document',
    'indicator',
    'year',
    'target',
    'needed growth a year',
    '× past',
    ...Object.values(names),
  ];
  const lines = dataset.layers.flatMap((layer) => {
    const shown = scenarios.map(({ patch }) => new Projection(workbook, withLayer(patch, layer)));
    return layer.targets.flatMap((target) => {
      const line = targetLine(workbook, target, shown);
      return line ? [line] : [];
    });
  });
  return aligned([heading, ...lines]);
}

/** The scenario held to one layer alone; what it knows until when stays. */
function withLayer(patch: Patch, { id }: TargetLayer): Patch {
  return new Map(patch).set(settingKey('layers'), { kind: 'text', text: id });
}

function targetLine(workbook: Workbook, target: Target, shown: readonly Projection[]): readonly string[] | undefined {
  const row = workbook.rows.get(target.indicator);
  if (!row || !workbook.dataset.years.includes(target.year)) return undefined;
  const answers = shown.map((projection) =>
    projection.target(target.indicator, target.year) ? neededGrowth(projection, row, target) : undefined,
  );
  const [first] = answers;
  if (!first) return undefined;
  const wording = printTarget(printGoal(target), { format: valueFormat(row.indicator.unit) });
  return [
    target.layer,
    target.indicator,
    String(target.year),
    wording,
    wordNeeded(first),
    first.difficulty === undefined ? '' : first.difficulty.toFixed(2),
    ...answers.map((answer) => answer?.assessment.status ?? 'not in force'),
  ];
}

const edges = { gt: 'above ', lt: 'below ', gte: '', lte: '', eq: '', approx: '', between: '' };
const units = { percentPerYear: ' %', points: ' points', rowUnit: '' };

/** `above 13.7613287323 %`, `0.098 points`; of a calculated row with the row whose growth it is. */
function wordNeeded({ indicator, target, driver, needed, unit }: NeededGrowth): string {
  if (!needed.ok) return `none (${needed.error.code})`;
  const shown = unit === 'rowUnit' ? needed.value : needed.value * 100;
  const whose = driver === indicator ? '' : ` of ${driver}`;
  return `${edges[target.comparison.op]}${shown.toFixed(10)}${units[unit]}${whose}`;
}

function aligned(lines: readonly (readonly string[])[]): readonly string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((field, column) => field.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
