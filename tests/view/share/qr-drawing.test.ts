import { describe, expect, it } from 'vitest';
import { drawQrCode } from '../../../src/io/share/qr-code.ts';
import { modulePath } from '../../../src/view/share/qr-drawing.ts';

/** Fills a grid as the path says, module by module. */
function filled(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1) {
      const row = grid[Number(y)];
      if (row) row[Number(x) + step] = true;
    }
  }
  return grid;
}

describe('a QR code', () => {
  const modules = drawQrCode(`https://example.org/plan/#s=${'Ab9_-xyz'.repeat(30)}`);

  it('is drawn module for module', () => {
    expect(filled(modulePath(modules), modules.length)).toEqual(modules);
  });

  it('has a light border of four modules, as readers expect', () => {
    const edge = [
      ...modules.slice(0, 4),
      ...modules.slice(-4),
      ...modules.map((row) => [...row.slice(0, 4), ...row.slice(-4)]),
    ];
    expect(edge.flat()).not.toContain(true);
    expect(modules[4]?.[4]).toBe(true);
  });

  it('holds the longest link that is offered one', () => {
    expect(drawQrCode('x'.repeat(2900)).length).toBeGreaterThan(170);
  });
});
