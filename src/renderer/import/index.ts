export { pastedTable } from './clipboard.ts';
export { ImportPanel } from './ImportPanel.tsx';
