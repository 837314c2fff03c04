/** Numbers as people read them. Made at the last moment, from stored numbers at full precision. */
import type { Comparison } from '../../core/model/dataset.ts';
import { shownNumber } from '../../core/model/format.ts';
import type { NumberFormat } from '../../core/model/view.ts';

export type NumberLanguage = 'zh' | 'en';

const locales = { zh: 'zh-CN', en: 'en' } as const;
/** From here on digits would be invented: doubles no longer tell neighbouring whole numbers apart. */
const mostPlain = 1e15;

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: NumberLanguage, decimals: number, scientific: boolean): Intl.NumberFormat {
  const key = `${language} ${decimals} ${scientific ? 'e' : ''}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: scientific ? 0 : decimals,
      maximumFractionDigits: decimals,
      notation: scientific ? 'scientific' : 'standard',
      // A small negative number that rounds to nothing shows as 0, not as -0.
      signDisplay: 'negative',
    });
    formatters.set(key, made);
  }
  return made;
}

/**
 * What a formatter would write, which is alike in both languages, without making one: the first that a page makes takes 12 ms.
 * Undefined where only a formatter knows: halves, which scaling may make of a number beside one, and sizes without exact
 * hundredths.
 */
function withoutFormatter(shown: number, decimals: number): string | undefined {
  const scaled = Number(`${Math.abs(shown)}e${decimals}`);
  if (!(scaled < mostPlain) || scaled % 1 === 0.5) return undefined;
  const rounded = Math.round(scaled);
  const digits = String(rounded).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const whole = digits.slice(0, point).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${shown < 0 && rounded > 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(point)}` : ''}`;
}

function plain(shown: number, decimals: number, language: NumberLanguage): string {
  return withoutFormatter(shown, decimals) ?? formatter(language, decimals, false).format(shown);
}

function plainOrPower(shown: number, decimals: number, language: NumberLanguage): string {
  return Math.abs(shown) >= mostPlain ? formatter(language, 3, true).format(shown) : plain(shown, decimals, language);
}

/** The number in the row's shown unit without its mark: 0.021 of a per cent row is `2.1`. For columns that name the unit. */
export function formatNumber(value: number, format: NumberFormat, language: NumberLanguage): string {
  const shown = shownNumber(value, format);
  return plainOrPower(shown, format.decimals, language);
}

/**
 * The number in a cell that is too narrow for all of it, as in any spreadsheet: decimals give way first, then it turns to a power of
 * ten. Never cut, for half a number reads as another. `fits` says whether a text has room.
 */
export function formatToFit(
  value: number,
  format: NumberFormat,
  language: NumberLanguage,
  fits: (text: string) => boolean,
): string {
  for (let decimals = format.decimals; decimals >= 0; decimals--) {
    const text = formatNumber(value, { ...format, decimals }, language);
    if (fits(text)) return text;
  }
  const shown = shownNumber(value, format);
  const powers = [3, 2, 1, 0].map((decimals) => formatter(language, decimals, true).format(shown));
  return powers.find(fits) ?? '#'.repeat(4);
}

/** The number with `%` where its format has it, for running text. Points are left bare: their word depends on the sentence. */
export function formatWithMark(value: number, format: NumberFormat, language: NumberLanguage): string {
  const text = formatNumber(value, format, language);
  return format.mark === 'percent' ? `${text}%` : text;
}

/** A target's own number: as many decimals as it was stated with, so that `>10,000` and `>2.15` keep their look. */
export function formatStated(value: number, format: NumberFormat, language: NumberLanguage): string {
  const shown = shownNumber(value, format);
  if (Math.abs(shown) >= mostPlain) return formatNumber(value, format, language);
  const [, decimals = ''] = String(shown).split('.');
  return plain(shown, Math.min(decimals.length, 6), language);
}

/** How a comparison is written; `words` are the interface's. */
export interface ComparisonWords {
  readonly gt: (value: string) => string;
  readonly gte: (value: string) => string;
  readonly lt: (value: string) => string;
  readonly lte: (value: string) => string;
  readonly eq: (value: string) => string;
  readonly approx: (value: string) => string;
  readonly between: (low: string, high: string) => string;
}

/** A goal as shown: `>10,000`, `≈25`, `2.1–2.6`. */
export function formatComparison(
  comparison: Comparison,
  format: NumberFormat,
  language: NumberLanguage,
  words: ComparisonWords,
): string {
  const stated = (value: number): string => formatStated(value, format, language);
  return comparison.op === 'between'
    ? words.between(stated(comparison.low), stated(comparison.high))
    : words[comparison.op](stated(comparison.value));
}

/**
 * How far short, always visible: a gap that the row's decimals would round to nothing gets as many as it takes
 * to show its first digit, since `差 0` says nothing.
 */
export function formatGap(gap: number, format: NumberFormat, language: NumberLanguage): string {
  const shown = Math.abs(shownNumber(gap, format));
  if (shown === 0) return formatNumber(0, format, language);
  const needed = Math.ceil(-Math.log10(shown));
  const decimals = Math.min(12, Math.max(format.decimals, shown < 1 ? needed : 0));
  return plainOrPower(shown, decimals, language);
}
