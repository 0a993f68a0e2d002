export { PeoplePanel } from './PeoplePanel.tsx';
export { StatusEditor } from './StatusEditor.tsx';
