/** Reads the colours of the theme in force for what is drawn on a canvas, which style sheets do not reach. */
import type { ChartColours } from './path-chart-config.ts';

export function readColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    soft: colour('soft'),
    line: colour('line'),
    accent: colour('accent'),
    ok: colour('ok'),
  };
}

/** The page's own font list, so that Chinese words on a picture look like those beside it. */
export function readFont(element: Element): string {
  return getComputedStyle(element).getPropertyValue('--sans').trim() || 'sans-serif';
}

/** Colours of lines side by side, the reference's first. They differ in lightness as well as hue. */
export function readLineColours(element: Element): readonly string[] {
  const style = getComputedStyle(element);
  return ['ink', 'accent', 'typed', 'ok', 'near', 'soft'].map((name) => style.getPropertyValue(`--${name}`).trim());
}
