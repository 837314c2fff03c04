import { loadDataset } from './io/dataset/load-dataset.ts';
import { startPlanner } from './start.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
// Not awaited here: what the start fetches imports this script, and would wait until it has ended.
void loadDataset().then((dataset) => startPlanner({ dataset, target, database: 'yuce' }));
