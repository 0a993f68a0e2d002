export { FreshCount } from './FreshCount.tsx';
export { SearchPanel } from './SearchPanel.tsx';
