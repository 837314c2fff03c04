import { IDBKeyRange } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Browser, edited, scenario, scenarioId, snapshot, value } from './support.ts';

const a = scenario('a', { 'gdp@2021': 27894.02 });

// Browsers have it everywhere; node has not.
beforeAll(() => vi.stubGlobal('IDBKeyRange', IDBKeyRange));
afterAll(() => vi.unstubAllGlobals());

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

async function opened(browser: Browser) {
  const page = browser.page();
  await page.load();
  return page;
}

describe('[B6] earlier versions are kept beside the scenario', () => {
  it('and read back exactly, newest first', async () => {
    const browser = new Browser();
    const page = await opened(browser);
    await page.save(snapshot(a));
    await page.keepVersion(a, 'opened');
    browser.time = '2026-11-23T09:00:00.000Z';
    const second = edited(a, { 'gdp@2022': '=prev*1.06', 'gdp@2023': null });
    await page.keepVersion(second, 'save');
    const versions = value(await (await opened(browser)).listVersions(a.id));
    expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'save'],
      [1, 'opened'],
    ]);
    expect(versions[0]).toMatchObject({ savedAt: browser.time });
    expect(versions.map((version) => version.scenario)).toEqual([second, a]);
  });

  it('saving the same state again keeps nothing new', async () => {
    const browser = new Browser();
    const page = await opened(browser);
    await page.keepVersion(a, 'save');
    await page.keepVersion({ ...a }, 'save');
    expect(value(await page.listVersions(a.id))).toHaveLength(1);
  });

  it('thins out as the rule says, and numbers go on', async () => {
    const browser = new Browser();
    const page = await opened(browser);
    for (let value = 1; value <= 5; value += 1) await page.keepVersion(edited(a, { 'gdp@2021': value }), 'save');
    expect(value(await page.listVersions(a.id)).map(({ number }) => number)).toEqual([5, 4, 3]);
    expect([...(await browser.contents()).keys()].filter((key) => key.startsWith('bak/a/v'))).toHaveLength(3);
  });

  it('each scenario has its own, also where one id begins as another', async () => {
    const browser = new Browser();
    const page = await opened(browser);
    await page.keepVersion(a, 'save');
    await page.keepVersion(scenario('ab', { 'gdp@2021': 5 }), 'save');
    expect(value(await page.listVersions(scenarioId('a')))).toHaveLength(1);
    expect(value(await page.listVersions(scenarioId('none')))).toEqual([]);
  });

  it('a damaged one is left out and its bytes stay', async () => {
    const browser = new Browser();
    const page = await opened(browser);
    await page.keepVersion(a, 'save');
    await page.keepVersion(edited(a, { 'gdp@2021': 2 }), 'save');
    const damaged = { ...(await browser.object('bak/a/v1')), body: 'x' };
    await browser.put('bak/a/v1', damaged);
    expect(value(await page.listVersions(a.id)).map(({ number }) => number)).toEqual([2]);
    await page.keepVersion(edited(a, { 'gdp@2021': 3 }), 'save');
    expect(await browser.object('bak/a/v1')).toEqual(damaged);
  });

  it('does not touch the scenarios, nor what the next visit opens', async () => {
    const browser = new Browser();
    const page = await opened(browser);
    await page.save(snapshot(a));
    const before = await browser.object('sc/a');
    await page.keepVersion(edited(a, { 'gdp@2021': 2 }), 'save');
    expect(await browser.object('sc/a')).toEqual(before);
    expect(value(await browser.page().load()).scenarios).toEqual([a]);
  });
});
