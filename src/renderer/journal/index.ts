export { JournalPanel } from './JournalPanel.tsx';
