/** How this person likes the page: not part of any scenario. */
export type Language = 'zh' | 'en';
export type Theme = 'system' | 'light' | 'dark';

export interface PreferenceValues {
  readonly language: Language;
  readonly theme: Theme;
}

export class Preferences {
  readonly #onchange: (values: PreferenceValues) => void;
  #values = $state.raw<PreferenceValues>({ language: 'zh', theme: 'system' });

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
  const record = typeof raw === 'object' && raw !== null ? new Map(Object.entries(raw)) : new Map<string, unknown>();
  const theme = record.get('theme');
  return {
    language: record.get('language') === 'en' ? 'en' : 'zh',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}
