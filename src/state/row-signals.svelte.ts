/**
 * Who reads a row is told when something in it changes, and not when something does in another: with every cell on view told of every
 * edit, half of what an edit cost was to find that a cell shows what it did.
 */
import type { IndicatorId } from '../core/model/cell.ts';

class Signal {
  #state = $state.raw({});

  heed(): void {
    void this.#state;
  }

  give(): void {
    this.#state = {};
  }
}

/** More than there are rows on view. Rows share them: one that is told for nothing finds nothing new. */
const signalCount = 64;

export class RowSignals {
  // Made here and not when a row is first read: whatever is made by a reader, that reader is not told of.
  readonly #signals = Array.from({ length: signalCount }, () => new Signal());
  readonly #ofRows = new Map<IndicatorId, Signal>();

  /** Whoever calls is told when something in the row changes. */
  heed(row: IndicatorId): void {
    let signal = this.#ofRows.get(row);
    if (!signal) {
      // The rows on view are read one after the other, so each of them has a signal of its own.
      signal = this.#signals[this.#ofRows.size % signalCount] as Signal;
      this.#ofRows.set(row, signal);
    }
    signal.heed();
  }

  /** Tells of the rows that changed; `undefined`: of all. */
  give(rows: Iterable<IndicatorId> | undefined): void {
    if (!rows) for (const signal of this.#signals) signal.give();
    else for (const row of rows) this.#ofRows.get(row)?.give();
  }
}
