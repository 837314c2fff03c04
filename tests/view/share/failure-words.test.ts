import { describe, expect, it } from 'vitest';
import type { OpeningFailure } from '../../../src/state/share.svelte.ts';
import { wordFailure } from '../../../src/view/share/failure-words.ts';
import { shareWords } from '../../../src/view/share/share-words.ts';

const dataset = { id: 'chengdu', version: '1' };

/** One of every kind, with the facts that its sentence must tell. */
const failures: readonly (readonly [failure: OpeningFailure, told: readonly string[]])[] = [
  [{ code: 'notALink' }, []],
  [{ code: 'alphabet', character: '中', at: 41 }, ['42', '中']],
  [{ code: 'truncated', given: 100 }, []],
  [{ code: 'truncated', given: 100, needed: 283 }, ['100', '283']],
  [{ code: 'damaged' }, []],
  [{ code: 'tooLarge', part: 'link', limit: 32_768, given: 40_000 }, ['32,768', '40,000']],
  [{ code: 'tooLarge', part: 'expanded', limit: 1_048_576, given: 9_999_999 }, ['1.0 MB']],
  [{ code: 'tooLarge', part: 'file', limit: 10_485_760, given: 52_428_800 }, ['10.0 MB', '50.0 MB']],
  [{ code: 'newer', version: 2, intact: true }, ['2']],
  [{ code: 'newer', version: 2, intact: false }, ['2']],
  [{ code: 'shape', at: 'scenarios[0].cells[3]' }, ['scenarios[0].cells[3]']],
  [{ code: 'limit', at: 'scenarios[0].note', limit: 10_000, given: 12_000 }, ['10,000', '12,000', 'scenarios[0].note']],
  [{ code: 'missingDataset', dataset, scenarios: [] }, ['chengdu']],
  [{ code: 'syntax', line: 12, column: 5 }, ['12', '5']],
  [{ code: 'tooDeep', line: 3, column: 9, limit: 12 }, ['3', '9', '12']],
  [{ code: 'encoding' }, []],
  [{ code: 'noQrCode' }, []],
  [{ code: 'unavailable' }, []],
];

describe.each(['zh', 'en'] as const)('[L5] why something did not open, in %s', (language) => {
  const sentences = failures.map(([failure]) => wordFailure(failure, shareWords[language].failure, language));

  it('is said in a sentence of its own for each reason', () => {
    expect(new Set(sentences).size).toBe(failures.length);
    for (const sentence of sentences)
      expect(sentence).toMatch(
        language === 'zh' ? /[\u4e00-\u9fff].*。$/ : /^[^\u4e00-\u9fff]*(“中”[^\u4e00-\u9fff]*)?\.$/,
      );
  });

  it.each(failures.map(([failure, told], index) => [failure.code, told, index] as const))(
    '%s tells its facts %j',
    (_, told, index) => {
      for (const fact of told) expect(sentences[index]).toContain(fact);
    },
  );
});
