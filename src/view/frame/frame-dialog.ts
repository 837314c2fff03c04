/** The dialogs that the page itself opens. */
export type FrameDialog = 'saveAs' | 'library' | 'export' | 'backup' | 'conflicts' | 'shortcuts' | 'help';
