export { ListsPanel } from './ListsPanel.tsx';
export { OnLists } from './OnLists.tsx';
export { OpenHits } from './OpenHits.tsx';
