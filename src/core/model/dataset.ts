/** The facts that a workbook is made from: what was published, by whom, where. Decoded from `data/`, never edited. */
import type { IndicatorId, Year } from './cell.ts';

/** Text in both languages of the interface. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** How a published number is qualified: `>` 突破、超过、余; `≈` 约、近、预计. */
export type Bound = '=' | '>' | '≈';

/** How firm a number is. `official`: text read; `press`: official figure quoted; `secondary`; `derived` by arithmetic; `estimate` before the year closed. */
export type Standing = 'official' | 'press' | 'secondary' | 'derived' | 'estimate';

/** `stock` 累计, `flow` 新增或当年, `ratio` 比率, `rank` 位次. */
export type IndicatorKind = 'stock' | 'flow' | 'ratio' | 'rank';

/** Which direction is an improvement; `neither` for a plain count such as meetings held. */
export type Better = 'up' | 'down' | 'neither';

export interface Unit {
  readonly id: string;
  readonly label: Label;
  /** Digits after the point when shown. */
  readonly decimals: number;
  /** The stored number is a fraction and is shown times 100. */
  readonly percent: boolean;
  /** Things that are counted: shown whole. */
  readonly whole: boolean;
}

/** Where a number stands: a document, and for the report its chapter and paragraph. */
export interface Citation {
  readonly document: Label;
  readonly publisher: Label;
  /** Date or year as printed, `2021-06-11`. */
  readonly published: string;
  /** For the report: `一（二）`. */
  readonly chapter?: string;
  /** For the report: the opening words of the paragraph, `科技企业蓬勃发展`. */
  readonly paragraph?: string;
  /** The words of the document that hold the number. */
  readonly quote?: string;
}

/** A published number with its words. `value` is in the stored unit (fraction for per cent). */
export interface Figure {
  readonly value: number;
  readonly bound: Bound;
  readonly standing: Standing;
  readonly citation: Citation;
  readonly note?: Label;
}

export interface Indicator {
  readonly id: IndicatorId;
  readonly label: Label;
  /** Chinese short name, unique, usable in formulas: letters and digits only. */
  readonly shortName: string;
  /** Other names that a person may type, Chinese or English. */
  readonly aliases: readonly string[];
  /** Initials of the short name's pinyin, for completion: `gxjsqy`. */
  readonly pinyin: string;
  readonly unit: Unit;
  readonly kind: IndicatorKind;
  readonly better: Better;
  /** Id of the chapter it stands under in the sheet. */
  readonly chapter: string;
  /** `report`, or `model` for a row that only the model needs (and whose figures are not from the report). */
  readonly origin: 'report' | 'model';
  /** What a reader must know of the definition, such as a change of it after 2020. */
  readonly note?: Label;
}

export interface Chapter {
  readonly id: string;
  /** `一（二）`; empty for the model's own chapter. */
  readonly number: string;
  readonly label: Label;
  readonly subtitle: Label;
}

/** A goal as the document words it. Values in the stored unit. */
export type Comparison =
  | { readonly op: 'gt' | 'gte' | 'lt' | 'lte' | 'eq'; readonly value: number }
  | { readonly op: 'approx'; readonly value: number; readonly tolerance: number }
  | { readonly op: 'between'; readonly low: number; readonly high: number };

/**
 * What of its indicator a target measures. `level`: the value in the target's year, for a rank its place. `growth`: that year's growth
 * over the year before. `averageGrowth`: a year, from the base year on. `change`: since the base year. `total`: of all years after it.
 */
export type Measure = 'level' | 'growth' | 'averageGrowth' | 'change' | 'total';

/** What is to be reached. */
export interface Goal {
  readonly indicator: IndicatorId;
  readonly year: Year;
  /** Absent: the level. */
  readonly measure?: Measure;
  /** Rates as fractions, all else in the stored unit. */
  readonly comparison: Comparison;
  /** 约束性 or 预期性. */
  readonly nature: 'binding' | 'anticipatory' | 'unstated';
}

export interface Target extends Goal {
  /** Id of the layer. */
  readonly layer: string;
  readonly standing: Standing;
  readonly citation: Citation;
  readonly note?: Label;
}

/** The targets of one dated document. Layers later in the list win where two name the same indicator and year. */
export interface TargetLayer {
  readonly id: string;
  readonly label: Label;
  /** When it was issued: `2021-06-11`, `2022-01`. */
  readonly issued: string;
  /** Whether it is in force unless the user says otherwise. */
  readonly byDefault: boolean;
  readonly targets: readonly Target[];
}

/** A published value for a region and year: history (2020 and before), a later actual, or a peer. */
export interface Observation {
  readonly kind: 'history' | 'actual' | 'peer';
  readonly indicator: IndicatorId;
  /** `重庆`, `四川`, `全国`, … */
  readonly region: string;
  /** For a total or an average over several years, the last of them. */
  readonly year: Year;
  /** The first year of such a span; absent for a single year. */
  readonly since?: Year;
  readonly figure: Figure;
  /** `false` where the number must not be joined to the row's path: another definition, a date other than year end. */
  readonly comparable: boolean;
}

/** A ratio to a peer as the report words it: 4222 家，约是广东的 5.4%. */
export interface StatedRatio {
  readonly indicator: IndicatorId;
  readonly region: string;
  readonly year: Year;
  /** Fraction. */
  readonly figure: Figure;
  /** Why no peer count may be derived from it. */
  readonly warning: Label;
}

/** How a row moves from the base year on, and why that is its default. See `core/growth` for the paths themselves. */
export interface DefaultPath {
  /** A path in its stored text form: `compound`, `hold`, `formula`, … */
  readonly path: string;
  /** The growth assumption in the path's own stored unit (fraction for compound). Absent where the path has none. */
  readonly growth?: number;
  /** For a `formula` path: the formula written to each projected year, canonical, without `=`. */
  readonly formula?: string;
  readonly reason: PathReason;
}

/** Why a default is what it is; worded in the view. */
export type PathReason =
  | { readonly code: 'history'; readonly from: Year; readonly to: Year; readonly first: number; readonly last: number }
  /** The growth of that one year as published, where no series is comparable over more. */
  | { readonly code: 'publishedGrowth'; readonly year: Year }
  | { readonly code: 'target'; readonly year: Year; readonly layer: string }
  | { readonly code: 'identity' }
  | { readonly code: 'rank' }
  | { readonly code: 'periodTotal' }
  | { readonly code: 'changedDefinition' }
  | { readonly code: 'noHistory' };

export interface WorkbookRow {
  readonly indicator: Indicator;
  readonly base: Figure;
  readonly defaultPath: DefaultPath;
}

/** A target of another region, for comparison; never part of this sheet's roll-up. */
export interface PeerTarget extends Target {
  readonly region: string;
}

/**
 * An indicator that later documents name and the 2020 report does not. It has no base value to project from and therefore
 * no row, but what was published of it is kept.
 */
export interface UnbasedIndicator {
  readonly id: IndicatorId;
  readonly label: Label;
  readonly unit: Unit;
  readonly kind: IndicatorKind;
  readonly better: Better;
  readonly note?: Label;
  /** Our own, from layers of the dataset. */
  readonly targets: readonly Target[];
  /** Of the whole country and of other regions. */
  readonly peerTargets: readonly PeerTarget[];
  readonly observations: readonly Observation[];
}

/**
 * What is true of rows by definition, whatever a scenario says. `quotient`: `left` is `right ÷ divisor`, to within the tolerance in
 * the stored unit of `left`. `within`: `left` is a part of `right`. `increase`: `left` counts what there is and `right` what is new
 * in a year, so `left` rises by no more than `right`; some may leave.
 */
export type Relation = {
  readonly id: string;
  readonly left: IndicatorId;
  readonly right: IndicatorId;
  readonly note: Label;
} & (
  | { readonly kind: 'quotient'; readonly divisor: IndicatorId; readonly tolerance: number }
  | { readonly kind: 'within' | 'increase' }
);

/** Everything the app is told from outside before a person acts. */
export interface Dataset {
  readonly id: string;
  /** Changes whenever any figure does: hash of the decoded content. */
  readonly version: string;
  readonly title: Label;
  readonly baseYear: Year;
  /** Base year and the projected years, in order. */
  readonly years: readonly Year[];
  readonly targetYears: readonly Year[];
  readonly chapters: readonly Chapter[];
  /** In sheet order; each chapter's rows stand together. */
  readonly rows: readonly WorkbookRow[];
  readonly layers: readonly TargetLayer[];
  readonly observations: readonly Observation[];
  readonly statedRatios: readonly StatedRatio[];
  readonly peerTargets?: readonly PeerTarget[];
  readonly unbased?: readonly UnbasedIndicator[];
  readonly relations?: readonly Relation[];
  /** Names of the regions; `zh` is the name that observations use. */
  readonly regions?: readonly Label[];
}
