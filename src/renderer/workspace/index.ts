export * from './call.ts';
export * from './commands.ts';
export * from './desk.ts';
export * from './messages.ts';
export * from './selection.ts';
