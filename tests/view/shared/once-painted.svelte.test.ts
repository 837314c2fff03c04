import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oncePainted } from '../../../src/view/shared/once-painted.svelte.ts';

describe('[V40] what follows once the page is painted', () => {
  let frame: FrameRequestCallback = () => undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((step) => {
      frame = step;
      return 1;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** The frame and what waits for it. */
  const paint = (): void => {
    flushSync();
    frame(0);
    vi.runAllTimers();
    flushSync();
  };

  it('shows at first what there is, and a change after the paint', () => {
    let mode = $state('ready');
    let shown: { readonly current: string } | undefined;
    const stop = $effect.root(() => {
      shown = oncePainted(() => mode);
    });
    paint();
    expect(shown?.current).toBe('ready');
    mode = 'edit';
    flushSync();
    expect(shown?.current).toBe('ready');
    frame(0);
    expect(shown?.current).toBe('ready');
    vi.runAllTimers();
    flushSync();
    expect(shown?.current).toBe('edit');
    stop();
  });

  it('is read once after each paint, and not in the frame that shows a change', () => {
    let count = $state(0);
    let reads = 0;
    const stop = $effect.root(() => {
      oncePainted(() => {
        reads++;
        return count;
      });
    });
    paint();
    const before = reads;
    for (let change = 0; change < 3; change++) {
      count++;
      flushSync();
    }
    expect(reads).toBe(before);
    paint();
    expect(reads).toBe(before + 1);
    count++;
    paint();
    expect(reads).toBe(before + 2);
    stop();
  });
});
