export { SourcesPanel } from './SourcesPanel.tsx';
