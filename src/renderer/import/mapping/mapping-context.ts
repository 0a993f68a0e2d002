import { createContext, useContext } from 'react';
import type { ImportSpecification, Inspection } from '../../../contract/import.ts';
import type { Problem } from './problems.ts';

/** The mapping a person works on, for every part of its editor. */
export interface Mapping {
  readonly specification: ImportSpecification;
  readonly columns: Inspection['columns'];
  readonly problems: readonly Problem[];
  readonly change: (edit: (spec: ImportSpecification) => ImportSpecification) => void;
}

export const MappingContext = createContext<Mapping | null>(null);

export function useMapping(): Mapping {
  const mapping = useContext(MappingContext);
  if (mapping === null) throw new Error('no mapping around this part of its editor');
  return mapping;
}
