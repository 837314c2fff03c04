/**
 * Formulas and paths of many rows differ only in their numbers. A pattern is a text with `#` in their place, so that it is written
 * once and the numbers go where numbers are short.
 */

export interface PatternedText {
  readonly pattern: string;
  readonly numbers: readonly number[];
}

/** Begins a pattern that is to be taken as it stands. */
const literally = '\0';

export function splitText(text: string): PatternedText {
  if (text.includes('#') || text.startsWith(literally)) return { pattern: literally + text, numbers: [] };
  const numbers: number[] = [];
  const pattern = text.replace(/\d+(?:\.\d+)?/g, (digits) => {
    const number = Number(digits);
    // 007, 1.50 and more digits than a double has stay where they are.
    if (String(number) !== digits) return digits;
    numbers.push(number);
    return '#';
  });
  return { pattern, numbers };
}

/** The text again. `next` gives the numbers in order. */
export function fillPattern(pattern: string, next: () => number | undefined): string {
  if (pattern.startsWith(literally)) return pattern.slice(literally.length);
  return pattern.replace(/#/g, () => String(next() ?? ''));
}

/**
 * Patterns that every link knows without carrying them. Part of the format: changing anything here, its order
 * included, would change what old links mean.
 */
export const knownPatterns: readonly string[] = [
  'compound',
  'step',
  'points',
  'hold',
  'checkpoints',
  'formula',
  'target-geometric',
  'target-linear',
  'target-geometric:#',
  'target-linear:#',
  'scurve:#',
  'prev',
  'prev*(#+growth)',
  'prev+growth',
  'MIN(#,MAX(#,prev*(#+growth)))',
  'MIN(#,MAX(#,prev+growth))',
  'MAX(#,prev*(#+growth))',
  'MAX(#,prev+growth)',
  'prev*(#+growth*(#-prev/#))',
  'MIN(#,MAX(#,prev*(#+growth*(#-prev/#))))',
  'base*(#/base)^((year-#)/#)',
  'base*(#/base)^(year-#)',
  '#*(#/#)^((year-#)/#)',
  '#*(#/#)^(year-#)',
  'base+(#-base)*((year-#)/#)',
  'base+(#-base)*(year-#)',
  '#+(#-#)*((year-#)/#)',
  '#+(#-#)*(year-#)',
  'rd_spend/gdp',
  'gdp*rd_intensity',
  'prev*#',
  'prev+#',
  '#',
  '#,#',
  '#,#,#',
  '#,#,#,#',
  '#,#,#,#,#',
];
