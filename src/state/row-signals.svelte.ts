/**
 * Who reads a row is told when something in it changes, and not when something does in another: with every cell on view told of every
 * edit, a third of what an edit cost the sheet was to find that a cell shows what it did.
 */
import type { IndicatorId } from '../core/model/cell.ts';

class Signal {
  /** A new object at each change. */
  state = $state.raw({});
}

/** More than there are rows on view. Rows share them: one that is told for nothing finds nothing new. */
const signalCount = 64;

export class RowSignals {
  // Made here and not when a row is first read: whatever is made by a reader, that reader is not told of.
  readonly #signals = Array.from({ length: signalCount }, () => new Signal());
  readonly #ofRows = new Map<IndicatorId, Signal>();

  /** What stays the same until something in the row changes: whoever reads it is told. */
  heed(row: IndicatorId): unknown {
    // The rows on view are read one after the other, so each of them has a signal of its own.
    const signal = this.#ofRows.get(row) ?? this.#signals[this.#ofRows.size % signalCount];
    if (signal) this.#ofRows.set(row, signal);
    return signal?.state;
  }

  /** Tells of the rows that changed; `undefined`: of all. */
  give(rows: Iterable<IndicatorId> | undefined): void {
    for (const signal of rows ? [...rows].map((row) => this.#ofRows.get(row)) : this.#signals)
      if (signal) signal.state = {};
  }
}
