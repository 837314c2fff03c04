/** What the mouse has begun on the sheet with a press. */
import type { FillDrag } from './fill-drag.ts';
import type { Block } from './geometry.ts';

export type Gesture =
  | { readonly kind: 'select' | 'point' }
  | { readonly kind: 'rows' | 'columns'; readonly from: number }
  | { readonly kind: 'fill'; readonly source: Block; drag?: FillDrag }
  | { readonly kind: 'resize'; readonly column: string; readonly startX: number; readonly startWidth: number };
