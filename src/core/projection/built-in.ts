/**
 * The read-only scenarios that every workbook comes with. Each is computed from the dataset alone, so it follows when
 * figures are updated, and nothing of it is stored.
 */
import { choosePath } from '../growth/choose-path.ts';
import { aimOf } from '../growth/aim.ts';
import { cagr } from '../growth/cagr.ts';
import type { GrowthPath } from '../growth/path.ts';
import { cellKey, settingKey, type CellKey, type Year } from '../model/cell.ts';
import type { WorkbookRow } from '../model/dataset.ts';
import type { GoalInForce } from '../model/goal.ts';
import type { CellInput, CellInputs } from '../model/input.ts';
import { layersKnown } from '../model/target-layers.ts';
import { changesTo } from '../scenario/changes.ts';
import { applyChanges } from '../scenario/edit.ts';
import { blankBuiltIn } from '../scenario/built-in.ts';
import type { BuiltInKind, Patch, Scenario } from '../scenario/scenario.ts';
import { assessTarget } from '../target/assess.ts';
import { Projection } from './projection.ts';
import { solveDrivenRow } from './driven-row.ts';
import type { Workbook } from './workbook.ts';

/** By what the growth of `cautious` and `bold` is multiplied. */
export const growthFactors = { cautious: 0.7, bold: 1.2 } as const;

const untouched: Patch = new Map();

/**
 * In the order in which they are offered. `names`: what they are called, by kind. `projection`: one of the workbook's to work with;
 * what it shows afterwards is left open.
 */
export function builtInScenarios(
  workbook: Workbook,
  names: Readonly<Record<BuiltInKind, string>>,
  projection = new Projection(workbook, untouched),
): readonly Scenario[] {
  const { id, version, baseYear } = workbook.dataset;
  const knownUntil = `${baseYear + 1}-12-31`;
  const make = (builtIn: BuiltInKind, patch: Patch): Scenario => ({
    ...blankBuiltIn(builtIn, names[builtIn], { id, version }),
    patch,
  });
  return [
    make('base', untouched),
    make('onTarget', onTargetPatch(workbook, projection)),
    make('cautious', scaledPatch(workbook, growthFactors.cautious)),
    make('bold', scaledPatch(workbook, growthFactors.bold)),
    make('foresight', foresightPatch(workbook, knownUntil, projection)),
  ];
}

/**
 * Every target just met. A row that other rows drive is met through the growth of the first of them; a row whose base
 * already meets all its targets stays level.
 */
function onTargetPatch(workbook: Workbook, projection: Projection): Patch {
  projection.show(untouched);
  const rows = workbook.dataset.rows.filter(({ indicator }) => workbook.targets.has(indicator.id));
  let patch = untouched;
  for (const row of rows) {
    if (isDriven(row)) continue;
    patch = withInputs(workbook, patch, inputsToTargets(row, projection, workbook));
  }
  projection.show(patch);
  for (const row of rows) {
    if (!isDriven(row)) continue;
    patch = withInputs(workbook, patch, solveDrivenRow(row, aimsOf(row, workbook), projection));
    projection.show(patch);
  }
  return patch;
}

function isDriven({ defaultPath }: WorkbookRow): boolean {
  return defaultPath.formula !== undefined;
}

/** What the row's cells are to hold so that it passes through the number that just meets each of its targets. */
function inputsToTargets(row: WorkbookRow, projection: Projection, workbook: Workbook): CellInputs {
  const pathRow = projection.pathRow(row);
  const targets = targetsOf(row, workbook);
  const { value: base } = row.base;
  const aims = aimsOf(row, workbook);
  const [only] = aims;
  const isMet = ({ comparison }: GoalInForce) => {
    const { status } = assessTarget(comparison, base, row.indicator.better);
    return status === 'met' || status === 'thin';
  };
  const rate = aims.length === 1 && only ? cagr(base, only.value, only.year - workbook.dataset.baseYear) : undefined;
  if (targets.every(isMet)) return firstPossible([{ kind: 'hold' }], pathRow);
  if (rate === undefined) return firstPossible([{ kind: 'checkpoints' }, { kind: 'target', shape: 'linear' }], pathRow);
  const chosen = new Map(firstPossible([{ kind: 'compound' }], pathRow));
  return chosen.set(cellKey(row.indicator.id, { kind: 'growth' }), { kind: 'number', value: rate });
}

function firstPossible(paths: readonly GrowthPath[], row: Parameters<typeof choosePath>[1]): CellInputs {
  for (const path of paths) {
    const chosen = choosePath(path, row);
    if (chosen.ok) return chosen.value;
  }
  return new Map();
}

function targetsOf({ indicator }: WorkbookRow, { targets, dataset }: Workbook): readonly GoalInForce[] {
  return dataset.years.slice(1).flatMap((year) => targets.get(indicator.id)?.get(year) ?? []);
}

export interface Aim {
  readonly year: Year;
  readonly value: number;
}

/** In order of years, in the stored unit. */
function aimsOf(row: WorkbookRow, workbook: Workbook): readonly Aim[] {
  return targetsOf(row, workbook).map(({ year, comparison }) => ({
    year,
    value: aimOf(comparison, row.indicator.unit),
  }));
}

/** Growth toward the better side, multiplied. Rows that stand still or get worse by default stay as they are. */
function scaledPatch(workbook: Workbook, factor: number): Patch {
  const inputs = new Map<CellKey, CellInput>();
  for (const { indicator } of workbook.dataset.rows) {
    const cell = cellKey(indicator.id, { kind: 'growth' });
    const growth = workbook.base.get(cell);
    if (growth?.kind !== 'number') continue;
    const improves = indicator.better === 'down' ? growth.value < 0 : growth.value > 0;
    // Twelve digits: the product of 0.1 and 1.2 shows no tail of calculating with doubles.
    if (improves) inputs.set(cell, { kind: 'number', value: Number((growth.value * factor).toPrecision(12)) });
  }
  return withInputs(workbook, untouched, inputs);
}

/** Targets issued later do not count, and rows whose default growth comes from one of them stand still. */
function foresightPatch(workbook: Workbook, knownUntil: string, projection: Projection): Patch {
  const known = layersKnown(workbook.dataset, knownUntil);
  const rows = workbook.dataset.rows.filter(
    ({ defaultPath: { reason } }) => reason.code === 'target' && !known.has(reason.layer),
  );
  const settings: Patch = new Map([[settingKey('known-until'), { kind: 'text', text: knownUntil }]]);
  if (rows.length === 0) return settings;
  projection.show(untouched);
  return rows.reduce<Patch>(
    (patch, row) => withInputs(workbook, patch, firstPossible([{ kind: 'hold' }], projection.pathRow(row))),
    settings,
  );
}

function withInputs({ base }: Workbook, patch: Patch, inputs: CellInputs): Patch {
  return applyChanges(patch, changesTo(base, patch, inputs));
}
