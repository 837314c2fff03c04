/** Prints the lines of the table, for the program that runs them. */
import { workloads } from './workloads.ts';

console.log(
  JSON.stringify(
    Array.from(workloads, ([name, { title, goal, engines }]) => ({ name, title, goal, engines: Object.keys(engines) })),
  ),
);
