import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';

/**
 * A guard for every other test of runes: compiled for the server, `$state` is a plain variable, effects never run, and
 * tests of them pass without having tested anything.
 */
describe('runes are compiled for the browser here', () => {
  it('makes a deep state a proxy', () => {
    const plain = { value: 1 };
    const deep = $state(plain);
    expect(deep).not.toBe(plain);
    deep.value = 2;
    expect(plain.value).toBe(1);
  });

  it('runs effects', () => {
    let count = $state(0);
    const seen: number[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(count);
      });
    });
    flushSync();
    count = 1;
    flushSync();
    stop();
    expect(seen).toEqual([0, 1]);
  });
});
