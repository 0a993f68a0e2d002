export { QuestionPanel } from './QuestionPanel.tsx';
