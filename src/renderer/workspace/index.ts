export * from './ask.ts';
export * from './call.ts';
export * from './commands.ts';
export * from './desk.ts';
export * from './jobs.ts';
export * from './messages.ts';
export * from './panels.ts';
export * from './selection.ts';
