export { ImportPanel } from './ImportPanel.tsx';
