export { TablePanel } from './TablePanel.tsx';
