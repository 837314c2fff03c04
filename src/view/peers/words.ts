/** The words of this view in the language in force, and how its regions are called. Getters, so that what reads them follows a switch. */
import { createContext } from 'svelte';
import type { peers } from '../../i18n/zh/peers.ts';

export type PeersWords = typeof peers;

export interface Spoken {
  readonly words: PeersWords;
  /** The name of a region for the one that observations use. */
  readonly region: (name: string) => string;
}

export const [getSpoken, setSpoken] = createContext<() => Spoken>();
