import { afterEach, describe, expect, it, vi } from 'vitest';
import { whenPainted } from '../../../src/view/shared/when-painted.ts';

describe('[V40] steps once the page is painted', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('ask for one frame together, and those asked for in it wait for the next', () => {
    vi.useFakeTimers();
    const frames: FrameRequestCallback[] = [];
    vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((step) => frames.push(step));
    const taken: string[] = [];
    whenPainted(() => taken.push('first'));
    whenPainted(() => taken.push('second'));
    expect(frames).toHaveLength(1);
    frames[0]?.(0);
    whenPainted(() => taken.push('third'));
    expect(taken).toEqual([]);
    vi.runAllTimers();
    expect(taken).toEqual(['first', 'second']);
    expect(frames).toHaveLength(2);
    frames[1]?.(0);
    vi.runAllTimers();
    expect(taken).toEqual(['first', 'second', 'third']);
  });
});
