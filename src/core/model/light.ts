/** The rule of the traffic light, and its stored text. */

/** `green`: not below planned progress; `yellow`: somewhat behind; `red`: far behind. */
export type Light = 'green' | 'yellow' | 'red';

/** How progress is planned to run from the base year to the target's: in equal steps, or at a constant rate. */
export type PlannedShape = 'linear' | 'geometric';

export interface LightRule {
  readonly shape: PlannedShape;
  /** From this share of planned progress on it is green. */
  readonly green: number;
  /** From this share on it is yellow, below it red. */
  readonly yellow: number;
}

/** The practice of mid-term reviews: 不低于时序进度 in equal steps; four fifths of it is the line to 滞后. */
export const usualLights: LightRule = { shape: 'linear', green: 1, yellow: 0.8 };

const shapes: readonly PlannedShape[] = ['linear', 'geometric'];
const share = /^\d+(?:\.\d+)?$/;
/** More than three times what is planned is no rule that a person means. */
const mostShare = 3;

/** `linear 1 0.8`. */
export function printLightRule({ shape, green, yellow }: LightRule): string {
  return `${shape} ${green} ${yellow}`;
}

/** Reads what {@link printLightRule} writes; `undefined` for anything else, and for a rule whose yellow is above its green. */
export function parseLightRule(text: string): LightRule | undefined {
  const [name, ...numbers] = text.split(' ');
  const shape = shapes.find((known) => known === name);
  const [green = NaN, yellow = NaN] = numbers.map((number) => (share.test(number) ? Number(number) : NaN));
  if (!shape || numbers.length !== 2 || !isRule(green, yellow)) return undefined;
  return { shape, green, yellow };
}

function isRule(green: number, yellow: number): boolean {
  return green > 0 && green <= mostShare && yellow >= 0 && yellow <= green;
}
