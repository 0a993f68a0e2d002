export { ExplorerPanel } from './ExplorerPanel.tsx';
export { EditAnalysisFile, NewAnalysisFile } from './NewAnalysisFile.tsx';
export { NewEntity } from './NewEntity.tsx';
export { NewLink } from './NewLink.tsx';
export { StartScreen } from './StartScreen.tsx';
