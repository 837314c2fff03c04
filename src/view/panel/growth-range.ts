/** How far the growth slider goes, in the numbers a person sees (18.5, not 0.185). */
export interface GrowthRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface RangeFacts {
  readonly unit: 'rate' | 'points' | 'amount';
  readonly current: number | undefined;
  readonly required: number | undefined;
  /** The row's base-year value as shown; an amount is measured against it. */
  readonly base: number | undefined;
  readonly decimals: number;
}

/** Wide enough for the present and the needed growth with room on both sides; round ends, so that it rarely moves. */
export function growthRange({ unit, current, required, base, decimals }: RangeFacts): GrowthRange {
  const usual = unit === 'rate' ? 20 : unit === 'points' ? 2 : Math.max(1, Math.abs(base ?? 0) * 0.3);
  const wanted = Math.max(usual, Math.abs(current ?? 0) * 1.25, Math.abs(required ?? 0) * 1.25);
  const max = roundUp(wanted);
  const lowest = Math.min(current ?? 0, required ?? 0, 0);
  const min = -Math.max(roundUp(max / 4), lowest < 0 ? roundUp(-lowest * 1.25) : 0);
  return { min, max, step: unit === 'rate' ? 0.1 : 10 ** -Math.max(0, decimals) };
}

/** Where a value lies between the ends, 0 to 1; `undefined` outside. */
export function positionIn({ min, max }: GrowthRange, value: number): number | undefined {
  return value < min || value > max ? undefined : (value - min) / (max - min);
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const found = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((head) => head * power >= value * (1 - 1e-9));
  return Number(((found ?? 10) * power).toPrecision(3));
}
