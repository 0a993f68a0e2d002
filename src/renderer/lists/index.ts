export { ListsPanel } from './ListsPanel.tsx';
export { OnLists } from './OnLists.tsx';
export { useOpenHits } from './open-hits.ts';
