/** What the tabs of one browser tell each other. A message comes from our own origin, but perhaps from another version of the app. */
import { isCount, isObject } from './record.ts';

export interface Message {
  readonly type: 'hello' | 'saved';
  /** Of the documents that the sender writes. */
  readonly schema: number;
  readonly app: string;
}

/** What of a `BroadcastChannel` is used. */
export interface Channel {
  postMessage(message: Message): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

export const channelName = 'yuce-1';

/** `undefined` for what is not a message of ours. */
export function readMessage(data: unknown): Message | undefined {
  if (!isObject(data)) return undefined;
  const { type, schema, app } = data;
  if ((type !== 'hello' && type !== 'saved') || !isCount(schema) || typeof app !== 'string') return undefined;
  return { type, schema, app };
}
