/**
 * The growth that other regions are assumed to have, as a scenario keeps it beside a row: `四川=0.12;湖北=0.1`. A rate is a
 * fraction; of a row in per cent it is the points a year, as a fraction too.
 */
import type { CellInput } from './input.ts';

/** By region, as observations name it. */
export type PeerGrowths = ReadonlyMap<string, number>;

const part = /^([^=;]+)=(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)$/;

/** Reads what {@link peerGrowthInput} writes. A part that is none is passed over: what is missing is typed again with ease. */
export function readPeerGrowths(input: CellInput | null | undefined): PeerGrowths {
  const growths = new Map<string, number>();
  if (input?.kind !== 'text') return growths;
  for (const text of input.text.split(';')) {
    const [, region, digits] = part.exec(text) ?? [];
    const growth = Number(digits);
    if (region !== undefined && Number.isFinite(growth)) growths.set(region, growth);
  }
  return growths;
}

/** What the cell is to hold; `null` where nothing is assumed. In the order of the names, so that equal assumptions are equal text. */
export function peerGrowthInput(growths: PeerGrowths): CellInput | null {
  if (growths.size === 0) return null;
  const parts = [...growths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([region, growth]) => `${region}=${growth}`);
  return { kind: 'text', text: parts.join(';') };
}

/** The growths with one of them set, or without it. */
export function withPeerGrowth(growths: PeerGrowths, region: string, growth: number | undefined): PeerGrowths {
  const next = new Map(growths);
  if (growth === undefined) next.delete(region);
  else next.set(region, growth);
  return next;
}
