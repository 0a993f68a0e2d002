import './edits.css';

export { AskReason } from './AskReason.tsx';
export { DeleteEntity } from './DeleteEntity.tsx';
export { EditEntity } from './EditEntity.tsx';
export { EditLinks } from './EditLinks.tsx';
export { EditEvent, NewEvent } from './EventForm.tsx';
export { MergeEntities } from './MergeEntities.tsx';
