import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/view/theme.css', 'utf8');

function tokens(selector: string): ReadonlyMap<string, string> {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const themes = { light: tokens(':root'), dark: tokens(":root[data-theme='dark']") };
const pairs = [
  ...['ink', 'soft', 'faint', 'accent', 'typed', 'ok', 'near', 'bad'].flatMap((text) =>
    ['paper', 'panel', 'fut', 'tint'].map((ground) => [text, ground] as const),
  ),
  ['ok', 'okbg'],
  ['near', 'nearbg'],
  ['bad', 'badbg'],
  ['on-accent', 'accent'],
] as const;

describe.each(['light', 'dark'] as const)('[V30] text in the %s theme', (name) => {
  const theme = themes[name];

  it.each(pairs)('--%s can be read on --%s', (text, ground) => {
    expect(contrast(theme.get(text) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the edge of a control, which asks for 3 : 1', () => {
    expect(contrast(theme.get('control') ?? '', theme.get('paper') ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe('[V30] themes', () => {
  it('name the same colours', () => {
    expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
    expect(themes.light.size).toBeGreaterThan(15);
  });

  it('measure contrast as the standard does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
