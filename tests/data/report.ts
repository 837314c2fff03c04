/** The report as people read it: chapters, paragraphs, numbers. The text is a public document, kept beside this file as published. */
import text from './report-2020.txt?raw';

export const report = text;

export interface Paragraph {
  /** As citations name it: `一（二）`, `开篇`. */
  readonly chapter: string;
  readonly text: string;
}

const parts = '一二三';

/** Every paragraph below the title, with the chapter that it stands in. */
export function reportParagraphs(): readonly Paragraph[] {
  let part = '';
  let chapter = '开篇';
  return report.split('\n').flatMap((line): Paragraph[] => {
    const text = line.trim();
    if (text === '') return [];
    const heading = /^([一二三])、/.exec(text);
    if (heading) part = heading[1] ?? '';
    const section = /^\(([一二三四五六])\)/.exec(text);
    if (section) chapter = `${part}（${section[1]}）`;
    if (heading && parts.includes(part)) chapter = part;
    return [{ chapter, text: text.replace(/^\([一二三四五六]\)/, '') }];
  });
}

export interface NumberToken {
  readonly at: number;
  readonly text: string;
}

/** Every number in the text, in digits or in Chinese numerals. */
export function numberTokens(text: string): readonly NumberToken[] {
  return [...text.matchAll(/\d+(?:\.\d+)?|[一二三四五六七八九十两百千]+/g)].map((match) => ({
    at: match.index,
    text: match[0],
  }));
}

const chineseNumerals: ReadonlyMap<string, number> = new Map([
  ['两', 2],
  ['三', 3],
  ['十', 10],
]);

/** The value of a token as far as figures of the report need it. */
export function tokenValue(token: string): number | undefined {
  return /^\d/.test(token) ? Number(token) : chineseNumerals.get(token);
}
