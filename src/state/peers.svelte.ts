/** The open scenario beside other regions, and what is assumed of them. */
import { cellKey, type IndicatorId, type Year } from '../core/model/cell.ts';
import { peerGrowthInput, withPeerGrowth } from '../core/model/peer-growth.ts';
import type { LeftOut } from '../core/projection/peer-figures.ts';
import {
  catchUpHorizon,
  leftOutOfPeers,
  peerGrowthsOf,
  peerTables,
  type Peer,
  type PeerTable,
} from '../core/projection/peers.ts';
import { unbasedTables, type UnbasedPeer, type UnbasedTable } from '../core/projection/unbased-peers.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { LeftOut, Peer, PeerTable, UnbasedPeer, UnbasedTable };

export class Peers {
  readonly #workspace: Workspace;
  #charted = $state.raw<IndicatorId>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  readonly tables: readonly PeerTable[] = $derived.by(() => peerTables(this.#projection()));

  /** Of indicators without a row. */
  readonly unbased: readonly UnbasedTable[] = $derived.by(() => unbasedTables(this.#projection()));

  /** What the date of the scenario hides; `undefined` where that is nothing. */
  readonly leftOut: LeftOut | undefined = $derived.by(() => leftOutOfPeers(this.#projection()));

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
