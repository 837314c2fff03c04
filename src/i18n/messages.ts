/** Every word of the interface. Chinese is written first and gives the shape; a message missing in English does not compile. */
import type { zh } from './zh.ts';
import type { zhFirst } from './zh-first.ts';
import type { panel } from './zh/panel.ts';

export type Messages = typeof zh;

/** Those of them that the page shows at once. */
export type FirstMessages = typeof zhFirst;

/** With those of the side panel, which it fetches itself. */
export type PanelMessages = Messages & { readonly panel: typeof panel };
