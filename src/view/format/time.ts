/** Times as people read them. They are shown as they were stored, however the clock went: never "in 3 days", never negative. */
import type { NumberLanguage } from './number.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** An ISO 8601 time in the reader's own time zone; a text that is none is shown as it is. */
export function formatTime(text: string, language: NumberLanguage): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return text;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** The same without the year where that is the one of `now`: short enough for the head of a column. */
export function formatShortTime(text: string, now: string, language: NumberLanguage): string {
  const [time, today] = [new Date(text), new Date(now)];
  if (Number.isNaN(time.getTime()) || time.getFullYear() !== today.getFullYear()) return formatTime(text, language);
  const parts = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locales[language], parts).format(time);
}

/** A stored day, `2021-12-31`, the same in every time zone; a text that is none is shown as it is. */
export function formatDate(text: string, language: NumberLanguage): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  if (!time || Number.isNaN(time.getTime())) return text;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
