/** The worker's side: the workbook of the dataset, and jobs worked out on it. Knows nothing of workers, so that tests can call it. */
import { sampleUncertainty } from '../../core/analysis/uncertainty.ts';
import { Projection } from '../../core/projection/projection.ts';
import { makeWorkbook, type Workbook } from '../../core/projection/workbook.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Answers messages through `post`. Throws for a job without a dataset, or of cells that the dataset has not got. */
export function answerMessages(post: (message: FromWorker) => void): (message: ToWorker) => void {
  let workbook: Workbook | undefined;
  return (message) => {
    if (message.kind === 'dataset') {
      workbook = makeWorkbook(message.dataset);
      return;
    }
    if (!workbook) throw new Error('A job before the dataset');
    const projection = new Projection(workbook, message.patch);
    const work = sampleUncertainty((cells, sets, results) => projection.sample(cells, sets, results), message.task);
    let step = work.next();
    for (; !step.done; step = work.next()) post({ kind: 'progress', done: step.value });
    post({ kind: 'answer', answer: step.value });
  };
}
