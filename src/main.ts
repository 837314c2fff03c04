import { loadDataset } from './io/dataset/load-dataset.ts';
import { startPlanner } from './start.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
await startPlanner({ dataset: await loadDataset(), target, database: 'yuce' });
