import { loadDataset } from '../../../src/io/dataset/load-dataset.ts';
import { startPlanner } from '../../../src/start.svelte.ts';
import { withManyRows } from '../../support/many-rows.ts';

const rows = Number(new URLSearchParams(location.search).get('rows') ?? 10_000);
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
await startPlanner({ dataset: withManyRows(await loadDataset(), rows), target, database: `yuce-${rows}` });
