export { pastedTable } from './clipboard.ts';
export { ImportPanel } from './ImportPanel.tsx';
export { takeBackImport } from './take-back.ts';
