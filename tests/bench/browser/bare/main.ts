/**
 * The peer of the browser bench: a bare virtualised grid on the same figures, with plain recalculation and nothing else. No formulas,
 * frozen columns, marks, undo or storage: what a grid of that many rows and columns costs at least in Svelte.
 */
import { mount } from 'svelte';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import BareGrid from './BareGrid.svelte';
import { readRows } from './rows.ts';

const count = Number(new URLSearchParams(location.search).get('rows') ?? 150);
const target = document.getElementById('app');
const link = document.querySelector<HTMLLinkElement>('link#dataset');
if (!target || !link) throw new Error('index.html has no #app or no link to the dataset');
const dataset: Dataset = await (await fetch(link.href)).json();
mount(BareGrid, { target, props: { rows: readRows(dataset, count) } });
document.documentElement.dataset['app'] = 'ready';
