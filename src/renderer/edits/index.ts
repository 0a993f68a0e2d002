import './edits.css';

export { AskReason } from './AskReason.tsx';
export { CountryChoice, ReadAs } from './CountryChoice.tsx';
export { firstCountry, hasCountry, useHomeCountry } from './country.ts';
export { DeleteEntity } from './DeleteEntity.tsx';
export { EditEntity } from './EditEntity.tsx';
export { EditLinks } from './EditLinks.tsx';
export { EditEvent, NewEvent } from './EventForm.tsx';
export { IdentifierCheck } from './IdentifierCheck.tsx';
export { MergeEntities } from './MergeEntities.tsx';
