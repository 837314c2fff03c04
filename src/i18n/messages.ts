/** Every word of the interface. Chinese is written first and gives the shape; a message missing in English does not compile. */
import type { zh } from './zh.ts';

export type Messages = typeof zh;
