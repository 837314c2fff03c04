/** The figures that are shipped with the app: one file of JSON, which the build decoded from the tables of `data/`. */
import type { Dataset } from '../../core/model/dataset.ts';
import { contentHash } from './content-hash.ts';

/** Fetches the dataset from where index.html says. Throws if it cannot be had whole; then there is nothing to show. */
export async function loadDataset(): Promise<Dataset> {
  // The browser began to fetch it on reading this link, before any script ran.
  const link = document.querySelector<HTMLLinkElement>('link#dataset');
  if (!link) throw new Error('index.html has no link to the dataset');
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`The dataset was refused: ${response.status}`);
  const content: unknown = await response.json();
  if (!isDataset(content)) throw new Error('The dataset is not what its version says');
  return content;
}

/** Our own build wrote it, so that it is right if it is whole: its version is the hash of the rest. */
export function isDataset(content: unknown): content is Dataset {
  if (typeof content !== 'object' || content === null || !('version' in content)) return false;
  const { version, ...rest } = content;
  return version === contentHash(JSON.stringify(rest));
}
