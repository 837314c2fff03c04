/** The worker itself: a module of its own that the page starts by address. */
import type { ToWorker } from './messages.ts';
import { answerMessages } from './sampling.ts';

const answer = answerMessages((message) => postMessage(message));

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => answer(data));
