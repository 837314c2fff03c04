/** What lies in the planner's database, read past the planner. */
import { expect, type Page } from '@playwright/test';
import { findCell } from './sheet.ts';

export const database = 'yuce';

export interface StoredScenario {
  readonly name: string;
  readonly rev: number;
  /** Cells in order of their keys, as stored. */
  readonly cells: readonly (readonly [cell: string, input: unknown])[];
}

/** Every stored scenario, by id. */
export async function readStored(page: Page): Promise<Readonly<Record<string, StoredScenario>>> {
  const records = await page.evaluate(
    (name) =>
      new Promise<{ id: string; rev: number; body: string }[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('records').objectStore('records');
          const reading = store.getAll(IDBKeyRange.bound('sc/', 'sc0'));
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as { id: string; rev: number; body: string }[]);
          };
        };
      }),
    database,
  );
  return Object.fromEntries(
    records.map(({ id, rev, body }) => {
      const { name, cells } = JSON.parse(body) as Pick<StoredScenario, 'name' | 'cells'>;
      return [id, { name, rev, cells }];
    }),
  );
}

/**
 * Keeps every save of every tab waiting until what it answers with is called, at most 8 s: less than a transaction may take. Answers
 * once they wait.
 */
export async function holdSaves(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const end = performance.now() + 8000;
          Reflect.set(globalThis, 'holdsSaves', true);
          const store = opening.result.transaction('records', 'readwrite').objectStore('records');
          const stay = (): void => {
            const request = store.get('meta');
            request.onsuccess = () => {
              resolve();
              if (Reflect.get(globalThis, 'holdsSaves') === true && performance.now() < end) stay();
              else opening.result.close();
            };
          };
          stay();
        };
      }),
    database,
  );
  return () => page.evaluate(() => void Reflect.set(globalThis, 'holdsSaves', false));
}

/** Types into a cell, as a person would. */
export async function enter(page: Page, cell: string, text: string): Promise<void> {
  await findCell(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

export async function expectValue(page: Page, cell: string, value: string): Promise<void> {
  await findCell(page, cell);
  await expect(page.locator(`[data-cell="${cell}"]`)).toHaveAttribute('data-value', value);
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-save', 'saved');
}
