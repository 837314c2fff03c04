/** The dialogs that the page itself opens. */
export type FrameDialog = 'saveAs' | 'shortcuts' | 'help';
