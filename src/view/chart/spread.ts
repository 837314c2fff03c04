/** Words beside the ends of lines that end close together are moved apart, each as little as the others allow. */

/** Places at least `gap` apart and within `low` to `high` as far as there is room, in the order given. */
export function spread(places: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  const placed = new Array<number>(places.length).fill(0);
  let lowest = low;
  for (const { place, index } of order) {
    placed[index] = Math.max(place, lowest);
    lowest = (placed[index] ?? 0) + gap;
  }
  let highest = high;
  for (const { index } of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, highest);
    highest = (placed[index] ?? 0) - gap;
  }
  return placed;
}
