/** Moving along a list of items with the keyboard, round its ends. */
export type ListAxis = 'horizontal' | 'vertical';

/** The index that a key leads to, or `undefined` for a key that does not move. `from` −1 is "none yet". */
export function moveInList(key: string, from: number, count: number, axis: ListAxis): number | undefined {
  if (count === 0) return undefined;
  const [back, forward] = axis === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  switch (key) {
    case forward:
      return (from + 1) % count;
    case back:
      return from <= 0 ? count - 1 : from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
