/** What the page and its worker say to each other. All of it is plain data and is copied on the way. */
import type { UncertaintyAnswer } from '../../core/analysis/uncertainty.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { SamplingJob } from '../../core/projection/sampler.ts';

/** The dataset goes first, and once. */
export type ToWorker =
  { readonly kind: 'dataset'; readonly dataset: Dataset } | ({ readonly kind: 'job' } & SamplingJob);

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'answer'; readonly answer: UncertaintyAnswer };
