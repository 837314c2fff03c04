/** Translates what a browser's storage throws, once, into the codes that the app knows. */
import type { StoreFailure } from '../../core/scenario/store.ts';

/** The name of a thrown `Error` or `DOMException`; empty for anything else. */
export function errorName(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string'
    ? error.name
    : '';
}

/** How much of the browser's storage is used, in bytes; only told beside a full disk. */
export interface StorageUse {
  readonly used?: number;
  readonly quota?: number;
}

export function storeFailure(error: unknown, use: StorageUse = {}): StoreFailure {
  switch (errorName(error)) {
    case 'SecurityError':
    case 'NotAllowedError':
    // No `indexedDB` at all, as in some embedded browsers.
    case 'ReferenceError':
      return { code: 'denied' };
    case 'TimeoutError':
      return { code: 'timeout' };
    case 'QuotaExceededError':
      return { code: 'full', ...use };
    case 'InvalidStateError':
    case 'AbortError':
      return { code: 'closed' };
    // The database was made by a newer version of the app.
    case 'VersionError':
      return { code: 'outdated' };
    default:
      return { code: 'unknown' };
  }
}
