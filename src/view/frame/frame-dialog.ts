/** The dialogs that the page itself opens. */
export type FrameDialog = 'saveAs' | 'library' | 'backup' | 'conflicts' | 'shortcuts' | 'help';
