/** `print.mjs <folder>`: prints the targets of the tables in a folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedDataset } from '../../../src/io/dataset/shipped-dataset.ts';
import { targetTable } from './table.ts';

const [folder = 'data'] = process.argv.slice(2);
const dataset = shippedDataset((table) => readFileSync(join(folder, `${table}.tsv`), 'utf8'));
for (const line of targetTable(dataset)) console.log(line);
