import { afterEach, describe, expect, it } from 'vitest';
import { cycleRegion, focusedRegion, focusRegion, nextRegion, regions } from '../../../src/view/shared/region.ts';

function page(...parts: [name: string, inside: string][]): void {
  const template = document.createElement('template');
  for (const [name, inside] of parts) {
    const part = document.createElement('section');
    part.dataset['region'] = name;
    if (inside !== '') {
      const button = document.createElement(inside);
      part.append(button);
    }
    template.content.append(part);
  }
  document.body.replaceChildren(template.content);
}

afterEach(() => document.body.replaceChildren());

describe('[V31] regions go round', () => {
  it('forward and back', () => {
    expect(nextRegion(regions, 'sheet', false)).toBe('panel');
    expect(nextRegion(regions, 'outline', false)).toBe('sheet');
    expect(nextRegion(regions, 'sheet', true)).toBe('outline');
  });

  it('past a part that is not on the page', () => {
    expect(nextRegion(['sheet', 'scenarios'], 'sheet', false)).toBe('scenarios');
    expect(nextRegion(['sheet', 'scenarios'], 'panel', false)).toBe('sheet');
    expect(nextRegion([], 'sheet', false)).toBeUndefined();
  });

  it('and the focus follows, past a part with nothing to focus', () => {
    page(['sheet', 'input'], ['panel', ''], ['scenarios', 'button']);
    focusRegion('sheet');
    expect(focusedRegion()).toBe('sheet');
    cycleRegion(false);
    expect(focusedRegion()).toBe('scenarios');
    cycleRegion(true);
    expect(focusedRegion()).toBe('sheet');
  });

  it('a part may say what takes its focus', () => {
    page(['sheet', 'input']);
    const second = document.createElement('button');
    second.dataset['regionFocus'] = '';
    document.querySelector('section')?.append(second);
    focusRegion('sheet');
    expect(document.activeElement).toBe(second);
    expect(focusRegion('panel')).toBe(false);
  });
});
