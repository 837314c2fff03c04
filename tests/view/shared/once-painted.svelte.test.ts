import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { oncePainted } from '../../../src/view/shared/once-painted.svelte.ts';

describe('[V40] what follows once the page is painted', () => {
  afterEach(() => vi.restoreAllMocks());

  it('shows at first what there is, and a change after the paint', () => {
    vi.useFakeTimers();
    let frame: FrameRequestCallback = () => undefined;
    vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((step) => {
      frame = step;
      return 1;
    });
    let mode = $state('ready');
    let shown: { readonly current: string } | undefined;
    const stop = $effect.root(() => {
      shown = oncePainted(() => mode);
    });
    flushSync();
    expect(shown?.current).toBe('ready');
    mode = 'edit';
    flushSync();
    expect(shown?.current).toBe('ready');
    frame(0);
    expect(shown?.current).toBe('ready');
    vi.runAllTimers();
    expect(shown?.current).toBe('edit');
    stop();
    vi.useRealTimers();
  });
});
