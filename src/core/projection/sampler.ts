/** Where samples are taken: beside the page, so that it goes on answering. Declared here and wired where the page starts. */
import type { UncertaintyAnswer, UncertaintyTask } from '../analysis/uncertainty.ts';
import type { Result } from '../model/result.ts';
import type { Patch } from '../scenario/scenario.ts';

/** A scenario's patch and what is asked of it. Plain data. */
export interface SamplingJob {
  readonly patch: Patch;
  readonly task: UncertaintyTask;
}

/** `cancelled`: by whoever asked. `failed`: the worker could not be started, or broke down. */
export type SamplingFailure = { readonly code: 'cancelled' } | { readonly code: 'failed'; readonly reason: string };

export interface SamplingRun {
  readonly answer: Promise<Result<UncertaintyAnswer, SamplingFailure>>;
  /** Ends the work at once. After the answer it does nothing. */
  cancel(): void;
}

export interface Sampler {
  /** Begins a job; one that is still running is cancelled. `onprogress` is told how many samples are done. */
  run(job: SamplingJob, onprogress: (done: number) => void): SamplingRun;
}
