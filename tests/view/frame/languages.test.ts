import { describe, expect, it } from 'vitest';
import { backTest as englishBackTest } from '../../../src/i18n/en/back-test.ts';
import { help as englishHelp } from '../../../src/i18n/en/help.ts';
import { panel as englishPanel } from '../../../src/i18n/en/panel.ts';
import { peers as englishPeers } from '../../../src/i18n/en/peers.ts';
import { exchange as englishExchange } from '../../../src/i18n/en/exchange.ts';
import { library as englishLibrary } from '../../../src/i18n/en/library.ts';
import { share as englishShare } from '../../../src/i18n/en/share.ts';
import { storage as englishStorage } from '../../../src/i18n/en/storage.ts';
import { backTest as chineseBackTest } from '../../../src/i18n/zh/back-test.ts';
import { exchange as chineseExchange } from '../../../src/i18n/zh/exchange.ts';
import { peers as chinesePeers } from '../../../src/i18n/zh/peers.ts';
import { library as chineseLibrary } from '../../../src/i18n/zh/library.ts';
import { share as chineseShare } from '../../../src/i18n/zh/share.ts';
import { storage as chineseStorage } from '../../../src/i18n/zh/storage.ts';
import { en as englishPage } from '../../../src/i18n/en.ts';
import { help as chineseHelp } from '../../../src/i18n/zh/help.ts';
import { panel as chinesePanel } from '../../../src/i18n/zh/panel.ts';
import { zh as chinesePage } from '../../../src/i18n/zh.ts';

const en = {
  ...englishPage,
  panel: englishPanel,
  exchange: englishExchange,
  library: englishLibrary,
  share: englishShare,
  storage: englishStorage,
  peers: englishPeers,
  backTest: englishBackTest,
};
const zh = {
  ...chinesePage,
  panel: chinesePanel,
  exchange: chineseExchange,
  library: chineseLibrary,
  share: chineseShare,
  storage: chineseStorage,
  peers: chinesePeers,
  backTest: chineseBackTest,
};

/** Every text of a dictionary with its path; a function is called with plausible facts. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (isMessage(value)) return texts(callWithFacts(value), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}

function isMessage(value: unknown): value is (...facts: unknown[]) => unknown {
  return typeof value === 'function';
}

function callWithFacts(message: (...facts: unknown[]) => unknown): unknown {
  for (const facts of [[2021, 2, 3, 4, 5], [['a', 'b']], ['a', 'b', 'c', 'd', 'e']]) {
    try {
      return message(...facts);
    } catch {
      // The next facts have the kind that it asks for.
    }
  }
  return '';
}

const han = /\p{Script=Han}/u;

describe('[V39] two languages', () => {
  it('have the same messages', () => {
    const paths = (dictionary: unknown) =>
      texts(dictionary)
        .map(([path]) => path)
        .sort();
    expect(paths(en)).toEqual(paths(zh));
    expect(paths(englishHelp)).toEqual(paths(chineseHelp));
  });

  it('no message is empty in one and not in the other', () => {
    const english = new Map(texts(en));
    const differ = texts(zh).filter(([path, text]) => (text === '') !== (english.get(path) === ''));
    expect(differ.map(([path]) => path)).toEqual([]);
  });

  it('English shows Chinese only on the switch back and in examples of names', () => {
    const found = [...texts(en), ...texts(englishHelp)].filter(([, text]) => han.test(text)).map(([path]) => path);
    const allowed = /^frame\.language|^grid\.message\.noSuchCell|^error\.entry\.notANumber/;
    expect(found.filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('Chinese sentences use Chinese punctuation', () => {
    const wrong = texts(zh).filter(
      ([, text]) => /\p{Script=Han}[,;:?!]/u.test(text) || /[,;:?!]\p{Script=Han}/u.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    [1, '方案一'],
    [10, '方案十'],
    [12, '方案十二'],
    [20, '方案二十'],
    [35, '方案三十五'],
    [120, '方案120'],
  ])('a new scenario has number %d: %s', (number, name) => {
    expect(zh.frame.scenario.fresh(number)).toBe(name);
  });
});
