/** The tables of `data/` and what they decode to, for tests. */
import { readFileSync } from 'node:fs';
import { readTables, shippedDataset, type ReadTable } from '../../src/io/dataset/shipped-dataset.ts';

const read: ReadTable = (table) => readFileSync(new URL(`../../data/${table}.tsv`, import.meta.url), 'utf8');

export const shippedFiles = readTables(read);

export const loadShipped = () => shippedDataset(read);
