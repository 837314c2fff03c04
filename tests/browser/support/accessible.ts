/** The accessibility checks of axe, run in the page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from './fixtures.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Fails with what axe finds wrong and the elements it is about. Best practices count like the rules of WCAG. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
}
