export { MapPanel } from './MapPanel.tsx';
