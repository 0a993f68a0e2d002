import { contextBridge, webUtils } from 'electron';

/** For drag and drop only: the path of a file the person dropped on the window. */
contextBridge.exposeInMainWorld('iforce', {
  pathOfDropped: (file: File): string => webUtils.getPathForFile(file),
});
