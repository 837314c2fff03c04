import { loadDataset } from '../../../src/io/dataset/load-dataset.ts';
import { startPlanner } from '../../../src/start.svelte.ts';
import { withManyRows } from '../../support/many-rows.ts';

const rows = Number(new URLSearchParams(location.search).get('rows') ?? 10_000);
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
// Not awaited here: what the start fetches imports this script, and would wait until it has ended.
void loadDataset().then((dataset) =>
  startPlanner({ dataset: withManyRows(dataset, rows), target, database: `yuce-${rows}` }),
);
