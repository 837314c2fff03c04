/** The open scenario beside other regions, and what is assumed of them. */
import { cellKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import { peerGrowthInput, withPeerGrowth } from '../core/model/peer-growth.ts';
import { catchUpHorizon, peerGrowthsOf, peerTables, type Peer, type PeerTable } from '../core/projection/peers.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { Peer, PeerTable };

export class Peers {
  readonly #workspace: Workspace;
  #charted = $state.raw<IndicatorId>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  readonly tables: readonly PeerTable[] = $derived.by(() => peerTables(this.#projection()));

  /** The table that is drawn: the one chosen, else the one with the most regions. */
  readonly charted: PeerTable | undefined = $derived.by(() => {
    const chosen = this.tables.find(({ row }) => row.indicator.id === this.#charted);
    return chosen ?? [...this.tables].sort((a, b) => b.peers.length - a.peers.length)[0];
  });

  /** The last year in which it is looked whether we draw level. */
  get horizon(): Year {
    return catchUpHorizon(this.#workspace.dataset);
  }

  chart(indicator: IndicatorId): void {
    this.#charted = indicator;
  }

  /** Assumes a growth of a region, or with `undefined` what was published. One step of undo. */
  assume(indicator: IndicatorId, region: string, growth: number | undefined): void {
    const growths = withPeerGrowth(peerGrowthsOf(this.#projection(), indicator), region, growth);
    const cell = cellKey(indicator, { kind: 'peers' });
    this.#workspace.write(new Map([[cell, peerGrowthInput(growths)]]), 'growth');
  }

  #projection() {
    return this.#workspace.projectionOf(this.#workspace.scenario);
  }
}
