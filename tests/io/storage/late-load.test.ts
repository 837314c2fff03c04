import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/core/model/result.ts';
import { loadLate } from '../../../src/io/storage/late-load.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { askToPersist, estimateUse } from '../../../src/io/storage/persistence.ts';
import { Browser, ManualTime, scenario, settle, snapshot, value } from './support.ts';

describe('[P5] a database that answers late', () => {
  it('is asked again every five seconds, and the stores that failed are closed', async () => {
    const time = new ManualTime();
    const closed: number[] = [];
    let tries = 0;
    const late = loadLate(() => {
      const number = (tries += 1);
      const store = new Browser().page();
      return {
        ...store,
        load: () =>
          Promise.resolve(
            number < 3
              ? err({ code: 'timeout' })
              : ok({ scenarios: [scenario('a')], quarantined: [], lost: [], recovered: 0 }),
          ),
        close: () => closed.push(number),
      };
    }, time.after);
    await time.pass(4999);
    expect(tries).toBe(0);
    await time.pass(10_001);
    await settle();
    expect(tries).toBe(3);
    expect((await late).stored.scenarios).toHaveLength(1);
    expect(closed).toEqual([1, 2]);
  });

  it('takes the place of the store in memory, with everybody who listens', async () => {
    const browser = new Browser();
    const memory = createMemoryStore({ code: 'timeout' });
    const notices: string[] = [];
    memory.watch(({ code }) => notices.push(code));
    expect(await memory.save(snapshot(scenario('a')))).toEqual(err({ code: 'timeout' }));
    expect(memory.flushSync(snapshot(scenario('a')))).toBe(false);
    const real = browser.page();
    await real.load();
    memory.connect(real);
    value(await memory.save(snapshot(scenario('a'))));
    expect(value(await browser.page().load()).scenarios).toHaveLength(1);
    browser.channel().postMessage({ type: 'saved', schema: 1, app: 'x' });
    expect(notices).toContain('outside');
  });
});

describe('[P16] the browser’s promise and its room', () => {
  it('is asked for only where it was not given', async () => {
    const asked: string[] = [];
    const manager = (persisted: boolean, granted: boolean) => ({
      persisted: () => Promise.resolve(persisted),
      persist: () => {
        asked.push('persist');
        return Promise.resolve(granted);
      },
    });
    expect(await askToPersist(manager(true, false))).toBe(true);
    expect(asked).toEqual([]);
    expect(await askToPersist(manager(false, true))).toBe(true);
    expect(await askToPersist(manager(false, false))).toBe(false);
  });

  it('is no promise where there is nobody to ask, or the answer is an error', async () => {
    expect(await askToPersist({})).toBe(false);
    const denied = { persisted: () => Promise.reject(new DOMException('No', 'SecurityError')) };
    expect(await askToPersist(denied)).toBe(false);
  });

  it('room is told in bytes, as far as the browser tells it', async () => {
    expect(await estimateUse({ estimate: () => Promise.resolve({ usage: 5, quota: 10 }) })).toEqual({
      used: 5,
      quota: 10,
    });
    expect(await estimateUse({ estimate: () => Promise.resolve({}) })).toEqual({});
    expect(await estimateUse({})).toEqual({});
  });
});
