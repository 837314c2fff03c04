/** Times as people read them. They are shown as they were stored, however the clock went: never "in 3 days", never negative. */
import type { NumberLanguage } from './number.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** An ISO 8601 time in the reader's own time zone; a text that is none is shown as it is. */
export function formatTime(text: string, language: NumberLanguage): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return text;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** A stored day, `2021-12-31`, the same in every time zone; a text that is none is shown as it is. */
export function formatDate(text: string, language: NumberLanguage): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  if (!time || Number.isNaN(time.getTime())) return text;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
