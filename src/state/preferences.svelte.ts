import type { IndicatorId } from '../core/model/cell.ts';

/** How this person likes the page: not part of any scenario. */
export type Language = 'zh' | 'en';
export type Theme = 'system' | 'light' | 'dark';

export interface PreferenceValues {
  readonly language: Language;
  readonly theme: Theme;
  /** Decimals to show in a row, by indicator, where a person wants others than its unit has. */
  readonly decimals: Readonly<Record<string, number>>;
}

/** As many decimals as can be chosen for a row. */
export const mostDecimals = 6;

export class Preferences {
  readonly #onchange: (values: PreferenceValues) => void;
  #values = $state.raw<PreferenceValues>({ language: 'zh', theme: 'system', decimals: {} });

  /** `onchange` is called after each change, to keep it for the next visit. */
  constructor(initial: PreferenceValues, onchange: (values: PreferenceValues) => void) {
    this.#values = initial;
    this.#onchange = onchange;
  }

  get language(): Language {
    return this.#values.language;
  }
  get theme(): Theme {
    return this.#values.theme;
  }

  /** `undefined` leaves it to the row's unit. */
  decimals(indicator: IndicatorId): number | undefined {
    return this.#values.decimals[indicator];
  }

  /** Display only: what is stored and calculated keeps all its digits. `undefined` goes back to the unit's own. */
  chooseDecimals(indicators: readonly IndicatorId[], decimals: number | undefined): void {
    const kept = Object.entries(this.#values.decimals).filter(([id]) => !indicators.some((chosen) => chosen === id));
    const chosen = decimals === undefined ? [] : indicators.map((id) => [id, decimals] as const);
    this.#change({ decimals: Object.fromEntries([...kept, ...chosen]) });
  }

  chooseLanguage(language: Language): void {
    this.#change({ language });
  }

  chooseTheme(theme: Theme): void {
    this.#change({ theme });
  }

  #change(values: Partial<PreferenceValues>): void {
    this.#values = { ...this.#values, ...values };
    this.#onchange(this.#values);
  }
}

/** Reads what was kept; anything else gives the defaults: Chinese, and the system's own light or dark. */
export function decodePreferences(raw: unknown): PreferenceValues {
  const record: ReadonlyMap<string, unknown> =
    typeof raw === 'object' && raw !== null ? new Map(Object.entries(raw)) : new Map<string, unknown>();
  const theme = record.get('theme');
  return {
    language: record.get('language') === 'en' ? 'en' : 'zh',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    decimals: decodeDecimals(record.get('decimals')),
  };
}

function decodeDecimals(raw: unknown): Readonly<Record<string, number>> {
  if (typeof raw !== 'object' || raw === null) return {};
  const entries: readonly (readonly [string, unknown])[] = Object.entries(raw);
  return Object.fromEntries(
    entries.flatMap(([id, decimals]) => (isDecimals(decimals) ? [[id, decimals] as const] : [])),
  );
}

function isDecimals(found: unknown): found is number {
  return typeof found === 'number' && Number.isInteger(found) && found >= 0 && found <= mostDecimals;
}
