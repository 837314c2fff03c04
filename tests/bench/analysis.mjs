/** `npm run bench:analysis`: how long the analysis of the shipped data takes. */
import { bundleForNode } from '../tools/bundle.mjs';

await import(await bundleForNode('tests/bench/analysis.ts'));
