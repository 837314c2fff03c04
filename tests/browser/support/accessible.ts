/** The accessibility checks of axe, run in the page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from './fixtures.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Of WCAG 2.2, and off unless asked for: what is pressed measures 24 pixels, or stands that far from the next. */
const rules = { 'target-size': { enabled: true } };

/** Fails with what axe finds wrong and the elements it is about. Best practices count like the rules of WCAG. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour that is still on its way to another is neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify({ rules })})`);
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
}
