/**
 * Our own store for idb-keyval: one connection that stays open (a write begun while the page goes survives only on an open one),
 * strict durability, a limit on waiting, one silent reopening, and room for a newer version of the app to upgrade.
 */
import type { UseStore } from 'idb-keyval';
import { errorName } from './failure.ts';
import type { After } from './timer.ts';

export interface ConnectionOptions {
  readonly database: string;
  /** Asked at each opening; may throw where storage is denied. */
  readonly factory: () => IDBFactory;
  readonly after: After;
  /** Milliseconds to wait for the database to open before giving up. */
  readonly openLimit: number;
  /** Milliseconds that one transaction may take. */
  readonly transactionLimit: number;
  /** The connection was taken away: by a newer app that upgrades, by a deletion, or by the browser. */
  readonly onlost: (reason: 'upgrade' | 'deletion' | 'closed') => void;
}

export interface Connection {
  /** Runs the callback in one transaction; pass it to idb-keyval's functions. Rejects with the browser's error. */
  readonly use: UseStore;
  /**
   * Puts the entries and commits before returning, for the moment when no promise will be waited for.
   * `false` when there is no open connection or the browser refused. `true` says that it was begun, not that it is kept.
   */
  putNow(key: string, value: unknown): boolean;
  close(): void;
}

/** The one object store of the database. Stores cannot be added without an upgrade, so kinds of record differ by key prefix. */
const objectStore = 'records';

export function createConnection(options: ConnectionOptions): Connection {
  let database: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  function adopt(opened: IDBDatabase): void {
    database = opened;
    opened.onversionchange = (event) => {
      opened.close();
      if (database === opened) database = undefined;
      options.onlost(event.newVersion === null ? 'deletion' : 'upgrade');
    };
    opened.onclose = () => {
      if (database === opened) database = undefined;
      options.onlost('closed');
    };
  }

  function open(): Promise<IDBDatabase> {
    if (database) return Promise.resolve(database);
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      // A denied factory throws here, inside the promise, and so rejects it.
      const request = options.factory().open(options.database);
      let given = false;
      const stopWaiting = options.after(options.openLimit, () => {
        given = true;
        reject(new DOMException('The database did not open in time', 'TimeoutError'));
      });
      request.onupgradeneeded = () => request.result.createObjectStore(objectStore);
      request.onerror = () => {
        stopWaiting();
        const reason = request.error ?? new DOMException('The database did not open', 'UnknownError');
        // Old Firefox answers a private window with InvalidStateError, and there is nothing to reopen.
        reject(reason.name === 'InvalidStateError' ? new DOMException('Storage is denied', 'SecurityError') : reason);
      };
      request.onsuccess = () => {
        stopWaiting();
        if (given) {
          // Nobody waits any more; left open it would block every upgrade.
          request.result.close();
          return;
        }
        adopt(request.result);
        resolve(request.result);
      };
    }).finally(() => {
      opening = undefined;
    });
    return opening;
  }

  const use: UseStore = async (mode, callback) => {
    const opened = await open();
    let transaction: IDBTransaction;
    try {
      transaction = opened.transaction(objectStore, mode, { durability: 'strict' });
    } catch (error) {
      // The browser closed the connection without telling (iOS does): open once more, silently.
      if (errorName(error) !== 'InvalidStateError') throw error;
      if (database === opened) database = undefined;
      transaction = (await open()).transaction(objectStore, mode, { durability: 'strict' });
    }
    return limited(transaction, async () => callback(transaction.objectStore(objectStore)));
  };

  async function limited<T>(transaction: IDBTransaction, work: () => Promise<T>): Promise<T> {
    let stopWaiting = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      stopWaiting = options.after(options.transactionLimit, () => {
        reject(new DOMException('The transaction did not end in time', 'TimeoutError'));
      });
    });
    try {
      return await Promise.race([work(), late]);
    } catch (error) {
      // What was put before the failure must not be committed by itself.
      abort(transaction);
      throw error;
    } finally {
      stopWaiting();
    }
  }

  return {
    use,
    putNow(key, value) {
      if (!database) return false;
      try {
        // Strict would make the browser wait for the disk, and the page does not have that time.
        const transaction = database.transaction(objectStore, 'readwrite', { durability: 'relaxed' });
        transaction.objectStore(objectStore).put(value, key);
        transaction.commit();
        return true;
      } catch {
        // Closed under our hands; the caller has the note outside the database.
        return false;
      }
    },
    close() {
      database?.close();
      database = undefined;
    },
  };
}

/** Ends a transaction that may have ended already. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (errorName(error) !== 'InvalidStateError') throw error;
  }
}
