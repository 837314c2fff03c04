/** `npm run targets`: each target of the shipped data, the growth it needs and how it fares in each built-in scenario. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundleForNode } from './bundle.mjs';

const data = fileURLToPath(new URL('../../data/', import.meta.url));
const program = await bundleForNode('tests/tools/targets/print.ts');
execFileSync(process.execPath, [program, data], { stdio: 'inherit' });
