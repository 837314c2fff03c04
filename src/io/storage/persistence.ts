/** What the browser says about the room it gives, and its promise to keep what is stored there. Old browsers say nothing. */
import type { StorageUse } from './failure.ts';
import { createOutside } from './outside.ts';

/** What of `navigator.storage` is used; all of it is missing where the page came without TLS. */
type Manager = Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>>;

const ownManager = (): Manager => ('storage' in navigator ? navigator.storage : {});

export async function estimateUse(manager: Manager = ownManager()): Promise<StorageUse> {
  const { usage, quota } = (await manager.estimate?.()) ?? {};
  return { ...(usage !== undefined && { used: usage }), ...(quota !== undefined && { quota }) };
}

/**
 * Asks the browser never to drop what is stored on its own account, and answers whether it promises that. Some browsers ask the
 * person, so it is asked only when there is work to keep.
 */
export async function askToPersist(manager: Manager = ownManager()): Promise<boolean> {
  try {
    return ((await manager.persisted?.()) ?? false) || ((await manager.persist?.()) ?? false);
  } catch {
    // Denied altogether.
    return false;
  }
}

const backupKey = 'backup';

/** When the last backup of a database's scenarios was made, ISO 8601. */
export function readBackupTime(database: string): string | undefined {
  return createOutside(() => localStorage, database).read(backupKey);
}

export function writeBackupTime(database: string, at: string): void {
  createOutside(() => localStorage, database).write(backupKey, at);
}
